import type { ReactNode } from 'react';
import { AppError } from '#shared/rpc/fault.ts';
import { useFaultTexts } from '../../app/fault-text.ts';
import { useViewKeys } from '../../app/keys/use-keys.tsx';
import { useTexts } from '../../locales/use-texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import twoPanes from '../../ui/two-panes.module.css';

interface DetailFormProps {
  title: string;
  sub?: string | undefined;
  error: unknown;
  /** Only then there is something to save, and the buttons show. */
  isChanged: boolean;
  isPending: boolean;
  submit: () => unknown;
  saveLabel?: string | undefined;
  onCancel: () => void;
  /** the fields */
  children: ReactNode;
  /** what stands below the form: prices, history */
  after?: ReactNode;
  /** buttons of the foot */
  foot?: ReactNode;
}

/** The pane beside the list: a form that is saved with Ctrl+Enter and left with Esc. */
export function DetailForm(props: DetailFormProps) {
  const { title, sub, error, isChanged, isPending, submit, onCancel, children, after, foot } = props;
  const t = useTexts();
  const { ofError } = useFaultTexts();
  const saveLabel = props.saveLabel ?? t('save');
  useViewKeys([
    {
      keys: 'Ctrl+Enter',
      label: saveLabel,
      action: () => void submit(),
      isEnabled: isChanged,
      onBar: isChanged,
    },
    { keys: 'Esc', label: t('cancel'), action: onCancel, onBar: isChanged },
  ]);
  const isConflict = error instanceof AppError && error.fault.kind === 'conflict';
  return (
    <aside className={twoPanes.detail} aria-labelledby="price-detail">
      <div className={twoPanes.body}>
        <header>
          <h2 id="price-detail" className={twoPanes.title}>
            {title}
          </h2>
          {sub && <p className={twoPanes.sub}>{sub}</p>}
        </header>
        {error !== null && (
          <Banner tone="stop" role="alert">
            {isConflict ? t('prices:conflict') : ofError(error)}
          </Banner>
        )}
        <form
          noValidate
          className={twoPanes.form}
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          {children}
          {isChanged && (
            <div className={twoPanes.buttons}>
              <Button type="submit" variant="primary" keys={['Ctrl', 'Enter']} isPending={isPending}>
                {saveLabel}
              </Button>
              <Button keys="Esc" onPress={onCancel}>
                {t('cancel')}
              </Button>
            </div>
          )}
        </form>
        {after}
      </div>
      {foot && <footer className={twoPanes.foot}>{foot}</footer>}
    </aside>
  );
}
