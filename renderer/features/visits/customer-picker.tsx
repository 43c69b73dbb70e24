import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { formatDate } from '#shared/values/dates.ts';
import { client } from '../../api/client.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { SearchComboBox } from '../../ui/search-combo-box.tsx';

export interface PickedCustomer {
  readonly id: string;
  readonly name: string;
}

interface CustomerPickerProps {
  id?: string | undefined;
  label: string;
  error?: string | undefined;
  /** the one who cannot be chosen */
  exceptId: string | null;
  onPick: (customer: PickedCustomer) => void;
  onType?: (() => void) | undefined;
}

const mostShown = 8;

/** Finds one customer as the search does: by name, number, phone or birth date. */
export function CustomerPicker({ id, label, error, exceptId, onPick, onType }: CustomerPickerProps) {
  const t = useTexts();
  const [text, setText] = useState('');
  const typed = useDeferredValue(text.trim());
  const { data, isPlaceholderData } = useQuery({
    ...client.customers.search({ text: typed, limit: mostShown }),
    enabled: typed !== '',
    placeholderData: keepPreviousData,
  });
  const hits = typed === '' ? [] : (data?.hits ?? []).filter((hit) => hit.id !== exceptId);
  return (
    <SearchComboBox
      id={id}
      label={label}
      error={error}
      autoFocus
      maxLength={100}
      text={text}
      onTextChange={(next) => {
        setText(next);
        onType?.();
      }}
      options={hits.map((hit) => ({
        value: hit.id,
        label: `${hit.lastName} ${hit.firstNames}`,
        detail: `${hit.number} · ${formatDate(hit.birthDate)}`,
      }))}
      isFound={data !== undefined && !isPlaceholderData && typed === text.trim()}
      onPick={(picked) => {
        const hit = hits.find((one) => one.id === picked);
        if (!hit) return;
        const name = `${hit.lastName} ${hit.firstNames}`;
        setText(name);
        onPick({ id: hit.id, name });
      }}
      emptyText={t('visits:day.noCustomer')}
    />
  );
}
