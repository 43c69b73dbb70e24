import { useQuery } from '@tanstack/react-query';
import { dateAt, formatDate, formatTime } from '#shared/values/dates.ts';
import { client } from '../../api/client.ts';
import { ReadFault } from '../../app/read-fault.tsx';
import { type Translate, useTexts } from '../../locales/use-texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Definition, DefinitionList } from '../../ui/definition-list.tsx';
import { SectionHead } from '../../ui/section-head.tsx';
import styles from './settings-page.module.css';

const shown = 5;

/** When and where the person signed in, so that they notice when it was somebody else. */
export function SignInsSection() {
  const t = useTexts();
  const read = useQuery(client.auth.ownSignIns());
  const { data } = read;
  return (
    <section className={styles.section} aria-labelledby="settings-sign-ins">
      <SectionHead id="settings-sign-ins" title={t('settings:signIns.title')} />
      <ReadFault of={read} />
      {data && data.failedTries.length > 0 && (
        <Banner tone="warn" title={t('settings:signIns.failed', { count: data.failedTries.length })}>
          {data.failedTries.slice(0, shown).map((at) => (
            <div key={at}>{when(t, at)}</div>
          ))}
          {t('settings:signIns.advice')}
        </Banner>
      )}
      {data && (
        <DefinitionList>
          {data.signIns.slice(0, shown).map(({ at, workstation }, index) => (
            <Definition key={at} term={when(t, at)} end={index === 0 && t('settings:signIns.this')}>
              {workstation ?? '–'}
            </Definition>
          ))}
        </DefinitionList>
      )}
    </section>
  );
}

function when(t: Translate, at: string): string {
  return t('dateAndTime', { date: formatDate(dateAt(at)), time: formatTime(at) });
}
