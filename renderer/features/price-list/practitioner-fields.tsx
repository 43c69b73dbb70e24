import type { Control } from 'react-hook-form';
import { useFaultTexts } from '../../app/fault-text.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Controlled } from '../../ui/form/controlled.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { comingDate } from './coming-date.ts';
import type { PractitionerForm, ReadPractitioner } from './practitioner-form.ts';
import styles from './price-list.module.css';

interface PractitionerFieldsProps {
  control: Control<PractitionerForm, unknown, ReadPractitioner>;
  isNew: boolean;
}

/** Name, and from when to when the practitioner serves customers. */
export function PractitionerFields({ control, isNew }: PractitionerFieldsProps) {
  const t = useTexts();
  const { ofIssue } = useFaultTexts();
  const bind = { control, errorText: ofIssue };
  return (
    <>
      <Controlled {...bind} name="name">
        {(field) => (
          <TextField
            autoFocus={isNew}
            maxLength={80}
            label={t('prices:practitioner.name')}
            help={t('prices:practitioner.nameHelp')}
            {...field}
          />
        )}
      </Controlled>
      <div className={styles.equal}>
        <Controlled {...bind} name="activeFrom">
          {(field) => (
            <DateField label={t('prices:activeFrom')} mark={t('optional')} parse={comingDate} {...field} />
          )}
        </Controlled>
        <Controlled {...bind} name="activeUntil">
          {(field) => (
            <DateField label={t('prices:activeUntil')} mark={t('optional')} parse={comingDate} {...field} />
          )}
        </Controlled>
      </div>
    </>
  );
}
