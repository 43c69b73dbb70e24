import { useState } from 'react';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { twoGroups } from '../../../app/recovery-key/two-groups.ts';
import type { TypedGroup } from '../../../app/recovery-key/type-back.tsx';
import { useSession } from '../../../app/session.tsx';
import { ClinicStep, emptyClinic } from './clinic-step.tsx';
import { KeyStep } from './key-step.tsx';
import { emptyPerson, PersonStep } from './person-step.tsx';

/**
 * First run. What is typed lives in this page's memory only; vault and database come into being when the
 * recovery key has been typed back, not before.
 */
export function SetUpPage() {
  const { ofError } = useFaultTexts();
  const { created } = useSession();
  const [step, setStep] = useState<1 | 2 | 3>(1);
  const [clinic, setClinic] = useState(emptyClinic);
  const [person, setPerson] = useState(emptyPerson);
  const [asked] = useState(twoGroups);
  const newKey = useCommand(client.auth.newRecoveryKey);
  const create = useCommand(client.auth.createRegister, { onDone: created });

  const createRegister = (recoveryGroups: TypedGroup[]) => {
    const { name, password } = person;
    create.mutate({
      clinic,
      person: { name, password, confidentialityAccepted: true },
      recoveryGroups,
    });
  };

  if (step === 1) {
    return (
      <ClinicStep
        typed={clinic}
        onNext={(typed) => {
          setClinic(typed);
          setStep(2);
        }}
      />
    );
  }
  if (step === 2 || !newKey.data) {
    return (
      <PersonStep
        typed={person}
        clinicWords={[clinic.name, clinic.city]}
        onBack={(typed) => {
          setPerson(typed);
          setStep(1);
        }}
        onNext={(typed) => {
          setPerson(typed);
          newKey.mutate({}, { onSuccess: () => setStep(3) });
        }}
      />
    );
  }
  return (
    <KeyStep
      clinicName={clinic.name}
      groups={newKey.data.groups}
      asked={asked}
      onBack={() => setStep(2)}
      onCreate={createRegister}
      isCreating={create.isPending}
      error={create.error ? ofError(create.error) : undefined}
    />
  );
}
