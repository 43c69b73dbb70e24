import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { uuidv7 } from 'uuidv7';
import type { CustomerCard, CustomerGroup } from '#shared/features/customers/contract.ts';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useMay } from '../../../app/access.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { Button } from '../../../ui/button.tsx';
import { MultiChoiceChips } from '../../../ui/choice-chips.tsx';
import { Definition, DefinitionList } from '../../../ui/definition-list.tsx';
import { InlineError } from '../../../ui/inline-error.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { SectionHead } from '../../../ui/section-head.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './add-record-panel.module.css';
import { RecordFrame } from './record-frame.tsx';

interface GroupsPanelProps {
  card: CustomerCard;
  onClose: () => void;
}

/** Which of the office's groups the customer belongs to. Managers can make a new word here. */
export function GroupsPanel({ card, onClose }: GroupsPanelProps) {
  const { data: groups } = useQuery(client.customers.groups());
  if (!groups) return null;
  return <OpenPanel card={card} groups={groups} onClose={onClose} />;
}

function OpenPanel({ card, groups, onClose }: GroupsPanelProps & { groups: readonly CustomerGroup[] }) {
  const t = useTexts();
  const may = useMay();
  const names = card.records.flatMap(({ record }) => (record.kind === 'group' ? [record.name] : []));
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    groups.filter(({ name }) => names.includes(name)).map(({ id }) => id),
  );
  const set = useCommand(client.customers.setGroups, { onDone: onClose });
  const save = () => set.mutate({ customerId: card.id, groupIds: [...chosen] });
  const offered = groups.filter(({ id, isRetired }) => !isRetired || chosen.includes(id));
  return (
    <RecordFrame
      title={t('customers:records.groups')}
      save={t('customers:records.saveGroups')}
      command={set}
      onSave={save}
      onClose={onClose}
    >
      {offered.length > 0 ? (
        <MultiChoiceChips
          label={t('customers:records.chooseGroups')}
          choices={offered.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen}
          onChange={setChosen}
        />
      ) : (
        <p className={styles.note}>{t('customers:records.noGroupsYet')}</p>
      )}
      {may(client.customers.addGroup) && (
        <>
          <NewGroup onMade={(id) => setChosen([...chosen, id])} />
          {groups.length > 0 && <GroupsInUse groups={groups} />}
        </>
      )}
    </RecordFrame>
  );
}

/** A group that is no longer used is retired: it is not offered, and who is in it stays in it. */
function GroupsInUse({ groups }: { groups: readonly CustomerGroup[] }) {
  const t = useTexts();
  const { ofError } = useFaultTexts();
  const edit = useCommand(client.customers.editGroup);
  return (
    <section>
      <SectionHead level={3} title={t('customers:records.allGroups')} />
      <DefinitionList>
        {groups.map(({ id, version, name, isRetired, members }) => (
          <Definition
            key={id}
            term={name}
            end={
              <LinkButton
                onPress={() => edit.mutate({ id, expectedVersion: version, name, isRetired: !isRetired })}
              >
                {t(isRetired ? 'customers:records.useGroup' : 'customers:records.retireGroup')}
              </LinkButton>
            }
          >
            {t('customers:records.members', { count: members })}
          </Definition>
        ))}
      </DefinitionList>
      <InlineError>{edit.error && ofError(edit.error)}</InlineError>
    </section>
  );
}

function NewGroup({ onMade }: { onMade: (groupId: string) => void }) {
  const t = useTexts();
  const [name, setName] = useState('');
  const add = useCommand(client.customers.addGroup, {
    onDone: (_value, { id }) => {
      onMade(id);
      setName('');
    },
  });
  const isTaken = add.error?.fault.kind === 'conflict';
  const make = () => {
    if (name.trim() !== '') add.mutate({ id: uuidv7(), name });
  };
  return (
    <>
      <TextField
        label={t('customers:records.newGroup')}
        mark={t('optional')}
        maxLength={40}
        value={name}
        onChange={setName}
        error={isTaken ? t('customers:records.groupTaken') : undefined}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey) return;
          event.preventDefault();
          make();
        }}
      />
      <div>
        <Button small keys="Enter" onPress={make} isPending={add.isPending}>
          {t('customers:records.makeGroup')}
        </Button>
      </div>
    </>
  );
}
