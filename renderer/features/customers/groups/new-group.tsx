import { uuidv7 } from 'uuidv7';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';

interface NewGroupProps {
  name: string;
  onName: (name: string) => void;
  onMade: (groupId: string) => void;
  /** Beside other fields of a form, which this one is not needed for. */
  mark?: string;
  /** Of the draft that goes when the group has been made. */
  draftId?: string;
}

/** A new word of the office; Enter makes it. */
export function NewGroup({ name, onName, onMade, mark, draftId }: NewGroupProps) {
  const t = useTexts();
  const add = useCommand(client.customers.addGroup, {
    draftId: () => draftId,
    onDone: (_value, { id }) => onMade(id),
  });
  const isTaken = add.error?.fault.kind === 'conflict';
  const make = () => {
    if (name.trim() !== '' && !add.isPending) add.mutate({ id: uuidv7(), name });
  };
  return (
    <>
      <TextField
        id="group.new"
        label={t('customers:records.newGroup')}
        mark={mark}
        maxLength={40}
        value={name}
        onChange={onName}
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
