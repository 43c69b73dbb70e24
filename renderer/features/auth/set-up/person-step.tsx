import { zodResolver } from '@hookform/resolvers/zod';
import { ArrowLeft } from 'lucide-react';
import { type Control, useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import { firstPersonSchema } from '#shared/features/auth/contract.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { formProblems } from '../../../app/form-problems.ts';
import { NewPasswordField } from '../../../app/new-password-field.tsx';
import { newPasswordRules, newPasswordShape } from '../../../app/new-password-rules.ts';
import { passwordTexts } from '../../../app/password-texts.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Controlled } from '../../../ui/form/controlled.tsx';
import { Col, FormGrid } from '../../../ui/form-grid.tsx';
import { PasswordField } from '../../../ui/password-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { Commitment } from './commitment.tsx';
import styles from './set-up.module.css';
import { FootGap, WizardFrame } from './wizard-frame.tsx';

export interface PersonTyped {
  name: string;
  password: string;
  repeat: string;
  confidentialityAccepted: boolean;
}

export const emptyPerson: PersonTyped = {
  name: '',
  password: '',
  repeat: '',
  confidentialityAccepted: false,
};

/** The contract's schema, with what only the screen has: the repeat, and a box that is not ticked yet. */
function personSchema(clinicWords: readonly string[]) {
  return firstPersonSchema
    .extend({
      ...newPasswordShape,
      confidentialityAccepted: z.boolean().refine((accepted) => accepted, 'must-be-accepted'),
    })
    .superRefine(newPasswordRules(({ name }) => [name, ...clinicWords]));
}

const formId = 'set-up-person';

interface PersonStepProps {
  typed: PersonTyped;
  /** Clinic and town, which a password must not lean on. */
  clinicWords: readonly string[];
  onBack: (typed: PersonTyped) => void;
  onNext: (typed: PersonTyped) => void;
}

/** Step 2: the first person, who gets every role. */
export function PersonStep({ typed, clinicWords, onBack, onNext }: PersonStepProps) {
  const t = useTexts();
  const { control, handleSubmit, getValues, formState } = useForm<PersonTyped>({
    resolver: zodResolver(personSchema(clinicWords)),
    defaultValues: typed,
  });
  const problems = formProblems(formState.errors, {
    name: t('auth:person.name'),
    password: t('auth:person.password'),
    repeat: t('auth:person.repeat'),
    confidentialityAccepted: t('auth:commitment.title'),
  });
  return (
    <WizardFrame
      step={2}
      title={t('auth:person.title')}
      lead={t('auth:person.lead')}
      footer={
        <>
          <Button icon={<ArrowLeft aria-hidden="true" />} onPress={() => onBack(getValues())}>
            {t('back')}
          </Button>
          <FootGap />
          <Button type="submit" form={formId} variant="primary" keys="Enter">
            {t('next')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate className={styles.form} onSubmit={handleSubmit(() => onNext(getValues()))}>
        <ErrorSummary title={t('errorSummary', { count: problems.length })} problems={problems} />
        <PersonFields control={control} clinicWords={clinicWords} />
      </form>
    </WizardFrame>
  );
}

interface PersonFieldsProps {
  control: Control<PersonTyped>;
  clinicWords: readonly string[];
}

function PersonFields({ control, clinicWords }: PersonFieldsProps) {
  const t = useTexts();
  const { ofIssue } = useFaultTexts();
  const name = useWatch({ control, name: 'name' });
  const bind = { control, errorText: ofIssue };
  return (
    <FormGrid>
      <Col span={6}>
        <Controlled {...bind} name="name">
          {(field) => (
            <TextField {...field} autoFocus label={t('auth:person.name')} help={t('auth:person.nameHelp')} />
          )}
        </Controlled>
      </Col>
      <Col span={6}>
        <p className={styles.aside}>{t('auth:person.rolesNote')}</p>
      </Col>
      <Col span={6}>
        <Controlled {...bind} name="password">
          {(field) => (
            <NewPasswordField
              field={field}
              label={t('auth:person.password')}
              userInputs={[name, ...clinicWords]}
            />
          )}
        </Controlled>
      </Col>
      <Col span={6}>
        <Controlled {...bind} name="repeat">
          {(field) => (
            <PasswordField
              {...field}
              label={t('auth:person.repeat')}
              help={t('auth:person.repeatHelp')}
              texts={passwordTexts(t)}
            />
          )}
        </Controlled>
      </Col>
      <Col span={12}>
        <div className={styles.rule} />
      </Col>
      <Col span={12}>
        <Controlled {...bind} name="confidentialityAccepted">
          {(field) => <Commitment field={field} />}
        </Controlled>
      </Col>
    </FormGrid>
  );
}
