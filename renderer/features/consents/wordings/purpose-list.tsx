import { ListBox, ListBoxItem } from 'react-aria-components';
import type { Wording } from '#shared/features/consents/contract.ts';
import type { Purpose } from '#shared/features/consents/purposes.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { classNames } from '../../../ui/class-names.ts';
import sideList from '../../../ui/side-list.module.css';
import { dayOf } from '../cells.ts';
import styles from './wordings-page.module.css';

interface PurposeListProps {
  wordings: readonly Wording[];
  selected: Purpose;
  onSelect: (purpose: Purpose) => void;
}

/** The purposes with the version and date of their wording in force. */
export function PurposeList({ wordings, selected, onSelect }: PurposeListProps) {
  const t = useTexts();
  return (
    <div className={sideList.list}>
      <h1>{t('consents:wordings.title')}</h1>
      <p>{t('consents:wordings.lead')}</p>
      <ListBox
        aria-label={t('consents:wordings.list')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[selected]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (key !== undefined) onSelect(key as Purpose);
        }}
      >
        {wordings.map(({ purpose, version, publishedAt }) => (
          <ListBoxItem
            key={purpose}
            id={purpose}
            textValue={t(`words:purposes.${purpose}`)}
            className={classNames(sideList.entry, styles.item)}
          >
            <b>{t(`words:purposes.${purpose}`)}</b>
            <span>{t('consents:wordings.current', { version, date: dayOf(publishedAt) })}</span>
          </ListBoxItem>
        ))}
      </ListBox>
    </div>
  );
}
