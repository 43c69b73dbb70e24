import { zodResolver } from '@hookform/resolvers/zod';
import { Fragment, useState } from 'react';
import { type Control, useForm } from 'react-hook-form';
import type { z } from 'zod';
import { clinicSchema } from '#shared/features/auth/contract.ts';
import { cityOf } from '../../../app/city-of.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { formProblems } from '../../../app/form-problems.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Controlled } from '../../../ui/form/controlled.tsx';
import { Col, FormGrid } from '../../../ui/form-grid.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './set-up.module.css';
import { FootGap, FootNote, WizardFrame } from './wizard-frame.tsx';

/** As typed; the register reads it with the same schema. */
export type ClinicTyped = z.input<typeof clinicSchema>;

export const emptyClinic: ClinicTyped = {
  name: '',
  businessId: '',
  street: '',
  postalCode: '',
  city: '',
  phone: '',
  email: '',
  dataContact: '',
};

/** The fields in the order of the screen, on a grid of twelve columns. */
const layout = [
  { name: 'name', span: 8 },
  { name: 'businessId', span: 4, isNumeric: true },
  { name: 'street', span: 6 },
  { name: 'postalCode', span: 2, isNumeric: true },
  { name: 'city', span: 4 },
  { name: 'phone', span: 4, isNumeric: true },
  { name: 'email', span: 8 },
  { name: 'dataContact', span: 6 },
] as const;

const formId = 'set-up-clinic';

interface ClinicStepProps {
  typed: ClinicTyped;
  onNext: (typed: ClinicTyped) => void;
}

/** Step 1: who the controller is. */
export function ClinicStep({ typed, onNext }: ClinicStepProps) {
  const t = useTexts();
  const { control, handleSubmit, getValues, setValue, formState } = useForm<ClinicTyped>({
    resolver: zodResolver(clinicSchema, undefined, { raw: true }),
    defaultValues: typed,
  });
  const labels = Object.fromEntries(layout.map(({ name }) => [name, t(`auth:clinic.${name}`)]));
  const problems = formProblems(formState.errors, labels);
  return (
    <WizardFrame
      step={1}
      title={t('auth:clinic.title')}
      lead={t('auth:clinic.lead')}
      footer={
        <>
          <FootNote>{t('auth:setUp.position', { step: 1 })}</FootNote>
          <FootGap />
          <Button type="submit" form={formId} variant="primary" keys="Enter">
            {t('next')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate className={styles.form} onSubmit={handleSubmit(() => onNext(getValues()))}>
        <ErrorSummary title={t('errorSummary', { count: problems.length })} problems={problems} />
        <ClinicFields
          control={control}
          onCity={(city) => setValue('city', city, { shouldValidate: formState.isSubmitted })}
        />
      </form>
    </WizardFrame>
  );
}

interface ClinicFieldsProps {
  control: Control<ClinicTyped>;
  /** The post office of the postal code that was typed. */
  onCity: (city: string) => void;
}

function ClinicFields({ control, onCity }: ClinicFieldsProps) {
  const t = useTexts();
  const { ofIssue } = useFaultTexts();
  const city = useFilledCity(onCity);
  return (
    <FormGrid>
      {layout.map(({ name, span, ...look }, index) => (
        <Fragment key={name}>
          {name === 'dataContact' && <Rule />}
          <Col span={span}>
            <Controlled control={control} name={name} errorText={ofIssue}>
              {(field) => (
                <TextField
                  {...look}
                  {...field}
                  autoFocus={index === 0}
                  label={t(`auth:clinic.${name}`)}
                  help={name === 'dataContact' && t('auth:clinic.dataContactHelp')}
                  auto={name === 'city' && city.isFilled(field.value) && t('auth:clinic.cityFilled')}
                  onChange={(text) => {
                    field.onChange(text);
                    if (name === 'postalCode') city.fillFrom(text);
                  }}
                />
              )}
            </Controlled>
          </Col>
        </Fragment>
      ))}
      <Col span={6}>
        <p className={styles.aside}>{t('auth:clinic.answerTime')}</p>
      </Col>
    </FormGrid>
  );
}

function Rule() {
  return (
    <Col span={12}>
      <div className={styles.rule} />
    </Col>
  );
}

/** Fills the city in when a whole postal code has been typed, and remembers what was filled in. */
function useFilledCity(fill: (city: string) => void) {
  const { language } = usePreferences();
  const [filled, setFilled] = useState<string | null>(null);
  const fillFrom = (code: string) => {
    void cityOf(code.trim(), language).then((city) => {
      if (city === null) return;
      setFilled(city);
      fill(city);
    });
  };
  return { fillFrom, isFilled: (city: string) => city !== '' && city === filled };
}
