import { languages } from '#shared/values/language.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { Controlled } from '../../../ui/form/controlled.tsx';
import { Col, FormGrid } from '../../../ui/form-grid.tsx';
import { NumberedSection } from '../../../ui/numbered-section.tsx';
import { SegmentedAnswer } from '../../../ui/segmented-answer.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { FormSectionProps } from './person-section.tsx';

/** Section 2: how the customer is reached. All of it may be left empty. */
export function ContactSection({ control, autofill }: FormSectionProps) {
  const t = useTexts();
  const { ofIssue } = useFaultTexts();
  const bind = { control, errorText: ofIssue };
  const optional = t('optional');
  return (
    <NumberedSection number={2} title={t('customers:form.contact')}>
      <FormGrid>
        <Col span={3}>
          <Controlled {...bind} name="form.phone">
            {(field) => (
              <TextField
                {...field}
                isNumeric
                type="tel"
                label={t('customers:fields.phone')}
                mark={optional}
              />
            )}
          </Controlled>
        </Col>
        <Col span={5}>
          <Controlled {...bind} name="form.email">
            {(field) => <TextField {...field} label={t('customers:fields.email')} mark={optional} />}
          </Controlled>
        </Col>
        <Col span={4}>
          <Controlled {...bind} name="form.language">
            {(field) => (
              <SegmentedAnswer
                {...field}
                isWide
                label={t('customers:fields.language')}
                choices={languages.map((value) => ({ value, label: t(`customers:form.languages.${value}`) }))}
              />
            )}
          </Controlled>
        </Col>
        <Col span={6}>
          <Controlled {...bind} name="form.street">
            {(field) => <TextField {...field} label={t('customers:fields.street')} mark={optional} />}
          </Controlled>
        </Col>
        <Col span={2}>
          <Controlled {...bind} name="form.postalCode">
            {(field) => (
              <TextField
                {...field}
                isNumeric
                inputMode="numeric"
                label={t('customers:fields.postalCode')}
                onChange={(postalCode) => {
                  field.onChange(postalCode);
                  void autofill.postalCodeTyped(postalCode);
                }}
              />
            )}
          </Controlled>
        </Col>
        <Col span={4}>
          <Controlled {...bind} name="form.city">
            {(field) => (
              <TextField
                {...field}
                label={t('customers:fields.city')}
                auto={autofill.filled.has('city')}
                onChange={(city) => {
                  field.onChange(city);
                  autofill.typed('city');
                }}
              />
            )}
          </Controlled>
        </Col>
      </FormGrid>
    </NumberedSection>
  );
}
