import { useState } from 'react';
import type { CustomerGroup } from '#shared/features/customers/contract.ts';
import { AppError } from '#shared/rpc/fault.ts';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useMay } from '../../../app/access.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { LeaveGuard } from '../../../app/leave-guard.tsx';
import { type Translate, useTexts } from '../../../locales/use-texts.ts';
import { Button } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { useToasts } from '../../../ui/toast.tsx';
import twoPanes from '../../../ui/two-panes.module.css';
import { GroupChanges } from './group-changes.tsx';
import { GroupMembers } from './group-members.tsx';
import styles from './groups-page.module.css';

interface GroupDetailProps {
  /** Give its id as `key`: a name that is being typed stays when the group itself changes. */
  group: CustomerGroup;
  onOpenCustomer: (customerId: string) => void;
}

/** One group: its customers, and for managers its name, its use and what has become of it. */
export function GroupDetail({ group, onOpenCustomer }: GroupDetailProps) {
  const may = useMay();
  const isKeeper = may(client.customers.editGroup);
  return (
    <section className={styles.detail} aria-labelledby="group-detail">
      <h2 id="group-detail" className={twoPanes.title}>
        {group.name}
      </h2>
      {isKeeper && <GroupForm stored={group} />}
      <GroupMembers group={group} onOpen={onOpenCustomer} />
      {isKeeper && <GroupChanges groupId={group.id} />}
    </section>
  );
}

function GroupForm({ stored }: { stored: CustomerGroup }) {
  const t = useTexts();
  const { ofError } = useFaultTexts();
  const { group, name, setName, isChanged, expectedVersion, edit } = useGroupEdit(stored);
  const [isMissing, setIsMissing] = useState(false);
  const save = () => {
    setIsMissing(name.trim() === '');
    if (name.trim() === '' || !isChanged || edit.isPending) return;
    edit.mutate({ id: group.id, expectedVersion, name: name.trim(), isRetired: group.isRetired });
  };
  const changeUse = () => {
    const { id, version, isRetired } = group;
    edit.mutate({ id, expectedVersion: version, name: group.name, isRetired: !isRetired });
  };
  useViewKeys([
    {
      keys: 'Ctrl+Enter',
      label: t('customers:groups.rename'),
      action: save,
      isEnabled: isChanged,
      onBar: isChanged,
    },
    { keys: 'Esc', label: t('cancel'), action: () => setName(null), onBar: isChanged },
  ]);
  const trouble = edit.error && troubleText(t, edit.error, ofError);
  return (
    <form
      noValidate
      className={classNames(twoPanes.form, styles.form)}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <LeaveGuard hasUnsaved={() => isChanged && !edit.isPending} />
      <TextField
        id="group.name"
        label={t('customers:groups.name')}
        maxLength={40}
        value={name}
        onChange={setName}
        error={(isMissing && name.trim() === '' ? t('faults:issues.required') : trouble) ?? undefined}
      />
      <div className={twoPanes.buttons}>
        {isChanged && (
          <Button type="submit" variant="primary" keys={['Ctrl', 'Enter']} isPending={edit.isPending}>
            {t('customers:groups.rename')}
          </Button>
        )}
        <Button isPending={edit.isPending} onPress={changeUse}>
          {t(group.isRetired ? 'customers:records.useGroup' : 'customers:records.retireGroup')}
        </Button>
      </div>
      <p className={twoPanes.help}>
        {t(group.isRetired ? 'customers:groups.retiredHelp' : 'customers:groups.help')}
      </p>
    </form>
  );
}

interface TypedName {
  readonly name: string;
  /** Of the group, when the typing began: what somebody else changed since then is not written over. */
  readonly version: number;
}

/** The name as it is typed, and the two deeds of the form: each makes the next version, which the list tells later. */
function useGroupEdit(stored: CustomerGroup) {
  const t = useTexts();
  const toasts = useToasts();
  const [done, setDone] = useState(stored);
  const group = done.version > stored.version ? done : stored;
  const [typed, setTyped] = useState<TypedName | null>(null);
  const isChanged = typed !== null && typed.name.trim() !== group.name;
  const edit = useCommand(client.customers.editGroup, {
    onDone: (_value, { expectedVersion, name, isRetired }) => {
      setDone({ ...group, name, isRetired, version: expectedVersion + 1 });
      setTyped((now) => {
        if (now === null || now.name.trim() === name) return null;
        return now.version === expectedVersion ? { ...now, version: expectedVersion + 1 } : now;
      });
      toasts.show({ text: t('customers:groups.saved', { name }) });
    },
  });
  return {
    group,
    name: typed?.name ?? group.name,
    /** null: as it was */
    setName: (name: string | null) =>
      setTyped(name === null ? null : { name, version: isChanged ? typed.version : group.version }),
    isChanged,
    expectedVersion: typed?.version ?? group.version,
    edit,
  };
}

function troubleText(t: Translate, error: unknown, ofError: (error: unknown) => string): string {
  const fault = error instanceof AppError ? error.fault : null;
  if (fault?.kind !== 'conflict') return ofError(error);
  return t(fault.changed.includes('name') ? 'customers:records.groupTaken' : 'customers:groups.conflict');
}
