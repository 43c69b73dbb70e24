import { Check, CornerLeftUp } from 'lucide-react';
import type { Control } from 'react-hook-form';
import { sexes } from '#shared/features/customers/contract.ts';
import { parseHetu } from '#shared/values/hetu.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { Controlled } from '../../../ui/form/controlled.tsx';
import { Col, FormGrid } from '../../../ui/form-grid.tsx';
import { NumberedSection } from '../../../ui/numbered-section.tsx';
import { SegmentedAnswer } from '../../../ui/segmented-answer.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { CustomerValues } from './form-values.ts';
import styles from './person-section.module.css';
import type { useAutofill } from './use-autofill.ts';

export interface FormSectionProps {
  control: Control<CustomerValues>;
  autofill: ReturnType<typeof useAutofill>;
}

/** Section 1: who the customer is. */
export function PersonSection({ control, autofill }: FormSectionProps) {
  const t = useTexts();
  const { ofIssue } = useFaultTexts();
  const bind = { control, errorText: ofIssue };
  const isDateFilled = autofill.filled.has('birthDate');
  return (
    <NumberedSection number={1} title={t('customers:form.person')}>
      <FormGrid>
        <Col span={4}>
          <Controlled {...bind} name="form.hetu">
            {(field) => (
              <TextField
                {...field}
                autoFocus
                isMono
                label={t('customers:fields.hetu')}
                mark={t('optional')}
                suffix={parseHetu(field.value).ok && <Check size={16} aria-hidden="true" />}
                suffixTone="ok"
                onChange={(hetu) => {
                  field.onChange(hetu);
                  autofill.hetuTyped(hetu);
                }}
              />
            )}
          </Controlled>
        </Col>
        <Col span={3}>
          <Controlled {...bind} name="form.birthDate">
            {(field) => (
              <DateField
                {...field}
                years="past"
                label={t('customers:fields.birthDate')}
                auto={isDateFilled}
                onChange={(date) => {
                  field.onChange(date);
                  autofill.typed('birthDate');
                }}
              />
            )}
          </Controlled>
        </Col>
        <Col span={5}>
          <Controlled {...bind} name="form.sex">
            {(field) => (
              <SegmentedAnswer
                {...field}
                isWide
                label={t('customers:fields.sex')}
                choices={sexes.map((value) => ({ value, label: t(`customers:form.sexes.${value}`) }))}
              />
            )}
          </Controlled>
        </Col>
        {isDateFilled && (
          <Col span={12}>
            <p role="status" className={styles.note}>
              <CornerLeftUp size={14} aria-hidden="true" />
              {t('customers:form.fromHetu')}
            </p>
          </Col>
        )}
        <Col span={4}>
          <Controlled {...bind} name="form.lastName">
            {(field) => <TextField {...field} label={t('customers:fields.lastName')} />}
          </Controlled>
        </Col>
        <Col span={5}>
          <Controlled {...bind} name="form.firstNames">
            {(field) => <TextField {...field} label={t('customers:fields.firstNames')} />}
          </Controlled>
        </Col>
        <Col span={3}>
          <Controlled {...bind} name="form.nameInUse">
            {(field) => <TextField {...field} label={t('customers:fields.nameInUse')} mark={t('optional')} />}
          </Controlled>
        </Col>
      </FormGrid>
    </NumberedSection>
  );
}
