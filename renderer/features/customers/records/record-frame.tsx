import type { ReactNode } from 'react';
import { useDiscardQuestion } from '../../../app/discard-question.tsx';
import type { KeptForm } from '../../../app/drafts/use-draft.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { InPanelSlot } from '../../../app/panel-slot.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { SidePanel } from '../../../ui/side-panel.tsx';
import styles from './add-record-panel.module.css';

interface RecordFrameProps {
  title: string;
  save: string;
  command: { readonly isPending: boolean; readonly error: Error | null };
  /** the draft of what is in the panel */
  kept: Pick<KeptForm, 'discard'>;
  /** Closing would lose something that was typed or chosen, so it is asked about first. */
  hasUnsaved: boolean;
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** The panel beside the card in which other details are written down. */
export function RecordFrame(props: RecordFrameProps) {
  const { title, save, command, kept, hasUnsaved, onSave, onClose, children } = props;
  const t = useTexts();
  const { ofError } = useFaultTexts();
  const { cancel, question } = useDiscardQuestion(
    () => hasUnsaved,
    () => {
      kept.discard();
      onClose();
    },
  );
  useViewKeys([
    { keys: 'Ctrl+Enter', label: save, action: onSave },
    { keys: 'Esc', label: t('cancel'), action: cancel },
  ]);
  return (
    <InPanelSlot width="clamp(380px, 34vw, 476px)">
      <SidePanel
        title={title}
        closeLabel={t('close')}
        onClose={cancel}
        footer={
          <>
            <Button variant="quiet" keys="Esc" onPress={cancel}>
              {t('cancel')}
            </Button>
            <Button variant="primary" keys={['Ctrl', 'Enter']} onPress={onSave} isPending={command.isPending}>
              {save}
            </Button>
          </>
        }
      >
        <div className={styles.fields}>
          {command.error && (
            <Banner tone="stop" role="alert">
              {ofError(command.error)}
            </Banner>
          )}
          {children}
        </div>
      </SidePanel>
      {question}
    </InPanelSlot>
  );
}
