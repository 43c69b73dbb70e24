import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
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

const formId = 'set-up-clinic';

interface ClinicStepProps {
  typed: ClinicTyped;
  onNext: (typed: ClinicTyped) => void;
}

/** Step 1: who the controller is. */
export function ClinicStep({ typed, onNext }: ClinicStepProps) {
  const t = useTexts();
  const { ofIssue } = useFaultTexts();
  const { control, handleSubmit, getValues, setValue, formState } = useForm<ClinicTyped>({
    resolver: zodResolver(clinicSchema, undefined, { raw: true }),
    defaultValues: typed,
  });
  const city = useFilledCity((name) => setValue('city', name, { shouldValidate: formState.isSubmitted }));
  const labels = {
    name: t('auth:clinic.name'),
    businessId: t('auth:clinic.businessId'),
    street: t('auth:clinic.street'),
    postalCode: t('auth:clinic.postalCode'),
    city: t('auth:clinic.city'),
    phone: t('auth:clinic.phone'),
    email: t('auth:clinic.email'),
    dataContact: t('auth:clinic.dataContact'),
  };
  const bind = { control, errorText: ofIssue };
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
        <FormGrid>
          <Col span={8}>
            <Controlled {...bind} name="name">
              {(field) => <TextField autoFocus label={labels.name} {...field} />}
            </Controlled>
          </Col>
          <Col span={4}>
            <Controlled {...bind} name="businessId">
              {(field) => <TextField isNumeric label={labels.businessId} {...field} />}
            </Controlled>
          </Col>
          <Col span={6}>
            <Controlled {...bind} name="street">
              {(field) => <TextField label={labels.street} {...field} />}
            </Controlled>
          </Col>
          <Col span={2}>
            <Controlled {...bind} name="postalCode">
              {(field) => (
                <TextField
                  isNumeric
                  inputMode="numeric"
                  label={labels.postalCode}
                  {...field}
                  onChange={(code) => {
                    field.onChange(code);
                    city.fillFrom(code);
                  }}
                />
              )}
            </Controlled>
          </Col>
          <Col span={4}>
            <Controlled {...bind} name="city">
              {(field) => (
                <TextField
                  label={labels.city}
                  auto={field.value !== '' && field.value === city.filled && t('auth:clinic.cityFilled')}
                  {...field}
                />
              )}
            </Controlled>
          </Col>
          <Col span={4}>
            <Controlled {...bind} name="phone">
              {(field) => <TextField isNumeric type="tel" label={labels.phone} {...field} />}
            </Controlled>
          </Col>
          <Col span={8}>
            <Controlled {...bind} name="email">
              {(field) => <TextField type="email" label={labels.email} {...field} />}
            </Controlled>
          </Col>
          <Col span={12}>
            <div className={styles.rule} />
          </Col>
          <Col span={6}>
            <Controlled {...bind} name="dataContact">
              {(field) => (
                <TextField label={labels.dataContact} help={t('auth:clinic.dataContactHelp')} {...field} />
              )}
            </Controlled>
          </Col>
          <Col span={6}>
            <p className={styles.aside}>{t('auth:clinic.answerTime')}</p>
          </Col>
        </FormGrid>
      </form>
    </WizardFrame>
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
  return { filled, fillFrom };
}
