import type { Control } from 'react-hook-form';
import { useFaultTexts } from '../../app/fault-text.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Controlled } from '../../ui/form/controlled.tsx';
import styles from './price-list.module.css';

/** Days as typed; empty leaves that side open. */
interface TypedActiveTime {
  activeFrom: string;
  activeUntil: string;
}

interface ActiveTimeFieldsProps<Values extends TypedActiveTime, Read> {
  control: Control<Values, unknown, Read>;
}

/** From when until when an item is sold, or a practitioner serves customers. */
export function ActiveTimeFields<Values extends TypedActiveTime, Read>(
  props: ActiveTimeFieldsProps<Values, Read>,
) {
  const t = useTexts();
  const { ofIssue } = useFaultTexts();
  // Whatever else the form holds, these two fields of it are the same.
  const control = props.control as unknown as Control<TypedActiveTime>;
  return (
    <div className={styles.equal}>
      {(['activeFrom', 'activeUntil'] as const).map((name) => (
        <Controlled key={name} control={control} name={name} errorText={ofIssue}>
          {(field) => <DateField label={t(`prices:${name}`)} mark={t('optional')} {...field} />}
        </Controlled>
      ))}
    </div>
  );
}
