import { useState } from 'react';
import type { Mark } from '#shared/features/audit/unusual.ts';
import { dateAt, formatDate } from '#shared/values/dates.ts';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './mark-resolution.module.css';
import { reasonText } from './mark-text.ts';

/** Why the row was marked, and what a manager found out or now writes down. */
export function MarkResolution({ sequence, marks }: { sequence: number; marks: readonly Mark[] }) {
  const t = useTexts();
  const isOpen = marks.some(({ resolved }) => resolved === null);
  return (
    <div className={styles.marks}>
      {marks.map((mark) => (
        <p key={mark.reason.rule}>
          <b>{reasonText(t, mark)}</b>
          {mark.resolved && (
            <>
              <span>{mark.resolved.note}</span>
              <span className={styles.by}>
                {t('audit:log.mark.by', { by: mark.resolved.by, at: formatDate(dateAt(mark.resolved.at)) })}
              </span>
            </>
          )}
        </p>
      ))}
      {isOpen && <Explanation sequence={sequence} />}
    </div>
  );
}

function Explanation({ sequence }: { sequence: number }) {
  const t = useTexts();
  const faults = useFaultTexts();
  const [note, setNote] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const resolve = useCommand(client.audit.resolve);
  const send = () => {
    setIsMissing(note.trim() === '');
    if (note.trim() !== '') resolve.mutate({ sequence, note });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextField
        label={t('audit:log.mark.explain')}
        help={t('audit:log.mark.explainHelp')}
        value={note}
        onChange={setNote}
        maxLength={300}
        error={isMissing && note.trim() === '' ? faults.ofIssue('required') : undefined}
      />
      <Button type="submit" isPending={resolve.isPending}>
        {t('audit:log.mark.resolve')}
      </Button>
      {resolve.error && <Banner tone="stop" isSlim role="alert" title={faults.ofError(resolve.error)} />}
    </form>
  );
}
