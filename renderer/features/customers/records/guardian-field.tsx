import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import { formatDate } from '#shared/values/dates.ts';
import { listName } from '#shared/values/names.ts';
import { client } from '../../../api/client.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { AnswerList } from '../../../ui/answer-list.tsx';
import { focusField } from '../../../ui/focus-field.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { useSettled } from '../form/use-settled.ts';
import styles from './add-record-panel.module.css';

interface GuardianFieldProps {
  /** nobody is their own guardian */
  except: string;
  /** id of the chosen customer; empty while nobody is */
  value: string;
  onChange: (customerId: string) => void;
  error: string | undefined;
}

const settleMs = 200;
const shown = 5;

/**
 * Finds the guardian among the customers: the one who is chosen is never guessed. Enter and the arrow go on to those who
 * were found, and Enter takes the only one.
 */
export function GuardianField({ except, value, onChange, error }: GuardianFieldProps) {
  const t = useTexts();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const text = useSettled(typed.trim(), settleMs);
  const { data } = useQuery({
    ...client.customers.search({ text, limit: shown + 1 }),
    enabled: text !== '',
  });
  const hits = (text === '' ? [] : (data?.hits ?? [])).filter(({ id }) => id !== except).slice(0, shown);
  const goOn = (event: KeyboardEvent) => {
    const [first] = hits;
    if (!first || text !== typed.trim() || !['Enter', 'ArrowDown'].includes(event.key)) return;
    event.preventDefault();
    if (event.key === 'Enter' && hits.length === 1) onChange(first.id);
    focusField(listId);
  };
  return (
    <>
      <TextField
        id="record.otherId"
        label={t('customers:records.fields.guardian')}
        value={typed}
        onChange={(next) => {
          setTyped(next);
          onChange('');
        }}
        error={error}
        onKeyDown={goOn}
      />
      {hits.length > 0 && (
        <AnswerList
          id={listId}
          label={t('customers:records.fields.chooseGuardian')}
          choices={hits.map((hit) => ({
            value: hit.id,
            label: listName(hit),
            note: `${hit.number} · ${formatDate(hit.birthDate)}`,
          }))}
          value={value === '' ? null : value}
          onChange={onChange}
        />
      )}
      {text !== '' && data && hits.length === 0 && (
        <p className={styles.note}>{t('customers:records.noGuardian')}</p>
      )}
    </>
  );
}
