import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { idleMinutesSchema } from '#shared/features/settings/contract.ts';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMay } from '../../app/access.ts';
import { useFaultTexts } from '../../app/fault-text.ts';
import { ReadFault } from '../../app/read-fault.tsx';
import { useSession } from '../../app/session.tsx';
import { useTexts } from '../../locales/use-texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { SectionHead } from '../../ui/section-head.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './settings-page.module.css';

/** After how many minutes an idle window locks: the same for everybody in the office. */
export function LockingSection() {
  const t = useTexts();
  const may = useMay();
  const read = useQuery(client.settings.idleMinutes());
  const { data } = read;
  return (
    <section className={styles.section} aria-labelledby="settings-locking">
      <SectionHead id="settings-locking" title={t('settings:locking.title')} />
      <ReadFault of={read} />
      {data && may(client.settings.setIdleMinutes) && <MinutesForm minutes={data.minutes} />}
      {data && !may(client.settings.setIdleMinutes) && (
        <>
          <p>{t('settings:locking.now', { minutes: data.minutes })}</p>
          <p className={styles.note}>{t('settings:locking.managersOnly')}</p>
        </>
      )}
    </section>
  );
}

function MinutesForm({ minutes }: { minutes: number }) {
  const t = useTexts();
  const { ofError, ofIssue } = useFaultTexts();
  const { renew } = useSession();
  const [typed, setTyped] = useState(String(minutes));
  const [issue, setIssue] = useState<string | null>(null);
  const set = useCommand(client.settings.setIdleMinutes, { onDone: () => void renew() });
  const save = () => {
    const chosen = /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
    const isRight = idleMinutesSchema.safeParse(chosen).success;
    setIssue(isRight ? null : 'out-of-range');
    if (isRight) set.mutate({ minutes: chosen });
  };
  return (
    <form
      noValidate
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {set.error && <Banner tone="stop" role="alert" title={ofError(set.error)} />}
      <TextField
        isNumeric
        inputMode="numeric"
        maxLength={2}
        label={t('settings:locking.minutes')}
        mark={t('settings:locking.unit')}
        help={t('settings:locking.help')}
        value={typed}
        onChange={setTyped}
        error={issue ? ofIssue(issue) : undefined}
      />
      <div className={styles.buttons}>
        <Button type="submit" isPending={set.isPending}>
          {t('settings:locking.save')}
        </Button>
        <span role="status" className={styles.done}>
          {set.isSuccess && t('settings:locking.done')}
        </span>
      </div>
    </form>
  );
}
