import { usePerson } from '../../app/session.tsx';
import { useTexts } from '../../locales/use-texts.ts';
import { Definition, DefinitionList } from '../../ui/definition-list.tsx';
import { SectionHead } from '../../ui/section-head.tsx';
import styles from './accounts-page.module.css';

/** What holds for every account and cannot be set for one. */
export function CommonRules() {
  const t = useTexts();
  const { idleMinutes } = usePerson();
  return (
    <section className={styles.rules} aria-labelledby="accounts-rules">
      <SectionHead id="accounts-rules" title={t('accounts:rules.title')} />
      <DefinitionList>
        <Definition term={t('accounts:rules.lock')}>
          {t('accounts:rules.lockText', { count: idleMinutes })}
        </Definition>
        <Definition term={t('accounts:rules.guess')}>{t('accounts:rules.guessText')}</Definition>
        <Definition term={t('accounts:rules.password')}>{t('accounts:rules.passwordText')}</Definition>
      </DefinitionList>
    </section>
  );
}
