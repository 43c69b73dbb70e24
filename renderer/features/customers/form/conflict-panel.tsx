import { dateAt, formatDate, formatTime } from '#shared/values/dates.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { AnswerList } from '../../../ui/answer-list.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { valueText } from '../value-text.ts';
import styles from './conflict-panel.module.css';
import type { CustomerValues, FieldName } from './form-values.ts';

type Form = CustomerValues['form'];
export type Choice = 'theirs' | 'mine';

/** What happened to the customer while the form was open. */
export interface Conflict {
  readonly by: string;
  readonly at: string;
  readonly mine: Form;
  readonly theirs: Form;
  readonly taken: readonly FieldName[];
  readonly disputed: readonly FieldName[];
}

interface ConflictPanelProps {
  conflict: Conflict;
  choices: Readonly<Partial<Record<FieldName, Choice>>>;
  onChoose: (field: FieldName, choice: Choice) => void;
  /** the person tried to save before choosing */
  isChoiceMissing: boolean;
}

export const conflictFieldId = (field: FieldName) => `conflict.${field}`;

/** Says who changed what meanwhile, and lets the person choose field by field; nothing is chosen beforehand. */
export function ConflictPanel({ conflict, choices, onChoose, isChoiceMissing }: ConflictPanelProps) {
  const t = useTexts();
  const { by, at, mine, theirs, taken, disputed } = conflict;
  const when = t('dateAndTime', { date: formatDate(dateAt(at)), time: formatTime(at) });
  const names = taken.map((field) => t(`customers:fields.${field}`)).join(', ');
  return (
    <Banner tone="warn" role="alert" title={t('customers:conflict.title')}>
      <p>
        {t(disputed.length > 0 ? 'customers:conflict.text' : 'customers:conflict.onlyOthers', {
          name: by,
          at: when,
        })}
      </p>
      {taken.length > 0 && <p>{t('customers:conflict.taken', { fields: names })}</p>}
      {disputed.map((field) => (
        <div key={field} className={styles.disputed}>
          <AnswerList
            id={conflictFieldId(field)}
            label={t(`customers:fields.${field}`)}
            choices={[
              {
                value: 'theirs',
                label: valueText(t, field, theirs[field]),
                note: t('customers:conflict.theirs'),
              },
              { value: 'mine', label: valueText(t, field, mine[field]), note: t('customers:conflict.mine') },
            ]}
            value={choices[field] ?? null}
            onChange={(choice: Choice) => onChoose(field, choice)}
            error={isChoiceMissing && !choices[field] ? t('customers:conflict.choose') : undefined}
          />
        </div>
      ))}
    </Banner>
  );
}
