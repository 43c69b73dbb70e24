import { useState } from 'react';
import type { CustomerGroup, customersContract } from '#shared/features/customers/contract.ts';
import { AppError } from '#shared/rpc/fault.ts';
import type { CallInput } from '#shared/rpc/procedure.ts';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useMay } from '../../../app/access.ts';
import { useLastResumedId } from '../../../app/drafts/resumed.ts';
import { useDraft } from '../../../app/drafts/use-draft.ts';
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
import type { ResumedRename } from './groups-draft.ts';
import styles from './groups-page.module.css';

type EditInput = CallInput<typeof customersContract.editGroup>;

interface GroupDetailProps {
  /** Give its id as `key`: a name that is being typed stays when the group itself changes. */
  group: CustomerGroup;
  /** The draft of its name that the page goes on with. */
  resumed: ResumedRename | null;
  onOpenCustomer: (customerId: string) => void;
}

/** One group: its customers, and for managers its name, its use and what has become of it. */
export function GroupDetail({ group, resumed, onOpenCustomer }: GroupDetailProps) {
  const may = useMay();
  const draftId = useLastResumedId(resumed?.draft ?? null);
  const isKeeper = may(client.customers.editGroup);
  return (
    <section className={styles.detail} aria-labelledby="group-detail">
      <h2 id="group-detail" className={twoPanes.title}>
        {group.name}
      </h2>
      {isKeeper && <GroupForm key={draftId} stored={group} resumed={resumed} />}
      <GroupMembers group={group} onOpen={onOpenCustomer} />
      {isKeeper && <GroupChanges groupId={group.id} />}
    </section>
  );
}

function GroupForm({ stored, resumed }: { stored: CustomerGroup; resumed: ResumedRename | null }) {
  const t = useTexts();
  const { ofError } = useFaultTexts();
  const { group, name, isChanged, rename, changeUse, ...edit } = useGroupEdit(stored, resumed);
  const [isMissing, setIsMissing] = useState(false);
  const isPending = rename.isPending || changeUse.isPending;
  const { id, version, isRetired } = group;
  const save = () => {
    setIsMissing(name.trim() === '');
    if (name.trim() === '' || !isChanged || isPending) return;
    changeUse.reset();
    rename.mutate({ id, expectedVersion: edit.seenVersion, name: name.trim(), isRetired });
  };
  const turn = () => {
    rename.reset();
    changeUse.mutate({ id, expectedVersion: version, name: group.name, isRetired: !isRetired });
  };
  useViewKeys([
    {
      keys: 'Ctrl+Enter',
      label: t('customers:groups.rename'),
      action: save,
      isEnabled: isChanged,
      onBar: isChanged,
    },
    { keys: 'Esc', label: t('cancel'), action: edit.leave, onBar: isChanged },
  ]);
  const error = rename.error ?? changeUse.error;
  const trouble = error && troubleText(t, error, ofError);
  return (
    <form
      noValidate
      className={classNames(twoPanes.form, styles.form)}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <LeaveGuard hasUnsaved={() => isChanged && !isPending} onDiscard={edit.discard} />
      <TextField
        id="group.name"
        label={t('customers:groups.name')}
        maxLength={40}
        value={name}
        onChange={edit.setName}
        error={(isMissing && name.trim() === '' ? t('faults:issues.required') : trouble) ?? undefined}
      />
      <div className={twoPanes.buttons}>
        {isChanged && (
          <Button type="submit" variant="primary" keys={['Ctrl', 'Enter']} isPending={isPending}>
            {t('customers:groups.rename')}
          </Button>
        )}
        <Button isPending={isPending} onPress={turn}>
          {t(isRetired ? 'customers:records.useGroup' : 'customers:records.retireGroup')}
        </Button>
      </div>
      <p className={twoPanes.help}>
        {t(isRetired ? 'customers:groups.retiredHelp' : 'customers:groups.help')}
      </p>
    </form>
  );
}

interface TypedName {
  readonly name: string;
  /** Of the group, when the typing began: what somebody else changed since then is not written over. */
  readonly version: number;
}

/**
 * The name as it is typed, kept as a sealed draft, and the two deeds of the form: each makes the next version, which
 * the list tells later.
 */
function useGroupEdit(stored: CustomerGroup, resumed: ResumedRename | null) {
  const t = useTexts();
  const toasts = useToasts();
  const [done, setDone] = useState(stored);
  const group = done.version > stored.version ? done : stored;
  const [typed, setTyped] = useState<TypedName | null>(resumed);
  const isChanged = typed !== null && typed.name.trim() !== group.name;
  const kept = useDraft({
    form: 'customers.editGroup',
    subjectId: null,
    resumed: resumed?.draft ?? null,
    about: () => group.name,
    values: () => ({ groupId: group.id, ...(isChanged && { name: typed.name, version: typed.version }) }),
  });
  const afterDeed = (_value: unknown, { expectedVersion, name, isRetired }: EditInput) => {
    const version = expectedVersion + 1;
    setDone({ ...group, name, isRetired, version });
    setTyped((now) => {
      if (now === null || now.name.trim() === name) return null;
      return now.version === expectedVersion ? { ...now, version } : now;
    });
    toasts.show({ text: t('customers:groups.saved', { name }) });
  };
  const rename = useCommand(client.customers.editGroup, {
    draftId: kept.draftId,
    onDone: (value, input) => {
      kept.saved();
      kept.renew();
      afterDeed(value, input);
    },
  });
  const changeUse = useCommand(client.customers.editGroup, { onDone: afterDeed });
  const giveUp = () => {
    kept.discard();
    kept.renew();
  };
  return {
    group,
    name: typed?.name ?? group.name,
    setName: (name: string) => {
      setTyped({ name, version: isChanged ? typed.version : group.version });
      if (isChanged && name.trim() === group.name) giveUp();
    },
    leave: () => {
      setTyped(null);
      giveUp();
    },
    discard: kept.discard,
    isChanged,
    seenVersion: typed?.version ?? group.version,
    rename,
    changeUse,
  };
}

function troubleText(t: Translate, error: unknown, ofError: (error: unknown) => string): string {
  const fault = error instanceof AppError ? error.fault : null;
  if (fault?.kind !== 'conflict') return ofError(error);
  return t(fault.changed.includes('name') ? 'customers:records.groupTaken' : 'customers:groups.conflict');
}
