import { Button } from 'react-aria-components';
import type { ConsentCell } from '#shared/features/consents/contract.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { classNames } from '../../ui/class-names.ts';
import type { Draft } from './draft.ts';
import styles from './matrix.module.css';

/** The way out of one consent or prohibition, right where it is shown: as near as the way in. */
export function CellAction({
  cell: { purpose, channel },
  act,
  onDraft,
}: {
  cell: ConsentCell;
  act: NonNullable<Draft['act']>;
  onDraft: (draft: Draft) => void;
}) {
  const t = useTexts();
  const what = [t(`words:purposes.${purpose}`), channel && t(`consents:inChannel.${channel}`)]
    .filter(Boolean)
    .join(', ');
  const isConsent = act === 'withdrawn';
  return (
    <Button
      className={classNames(styles.action)}
      aria-label={t(`consents:matrix.${isConsent ? 'withdrawNamed' : 'withdrawProhibitionNamed'}`, { what })}
      onPress={() => onDraft({ purpose, channels: channel === null ? [] : [channel], act })}
    >
      {t(`consents:matrix.${isConsent ? 'withdraw' : 'withdrawProhibition'}`)}
    </Button>
  );
}
