import { useQuery } from '@tanstack/react-query';
import type { CustomerCard, CustomerGroup } from '#shared/features/customers/contract.ts';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useMay } from '../../../app/access.ts';
import type { ResumedDraft } from '../../../app/drafts/resumed.ts';
import { useSubjectName } from '../../../app/drafts/subject-name.ts';
import { useDraftedState } from '../../../app/drafts/use-drafted-state.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { MultiChoiceChips } from '../../../ui/choice-chips.tsx';
import { useToasts } from '../../../ui/toast.tsx';
import { NewGroup } from '../groups/new-group.tsx';
import styles from './add-record-panel.module.css';
import { RecordFrame } from './record-frame.tsx';
import { groupsDraft } from './records-draft.ts';

interface GroupsPanelProps {
  card: CustomerCard;
  /** The draft that the panel goes on with: give its id as `key`. */
  resumed: ResumedDraft | null;
  onClose: () => void;
}

/** Which of the office's groups the customer belongs to. Managers can make a new word here. */
export function GroupsPanel(props: GroupsPanelProps) {
  const { data: groups } = useQuery(client.customers.groups());
  if (!groups) return null;
  return <OpenPanel {...props} groups={groups} />;
}

function OpenPanel({
  card,
  groups,
  resumed,
  onClose,
}: GroupsPanelProps & { groups: readonly CustomerGroup[] }) {
  const t = useTexts();
  const may = useMay();
  const about = useSubjectName(card.id);
  const [{ chosen, newName }, setValues, kept] = useDraftedState({
    form: 'customers.setGroups',
    subjectId: card.id,
    resumed,
    about: () => about,
    start: () => ({
      chosen: groupsOf(card),
      newName: '',
    }),
    read: groupsDraft,
  });
  const toasts = useToasts();
  const set = useCommand(client.customers.setGroups, {
    draftId: kept.draftId,
    onDone: () => {
      kept.saved();
      toasts.show({ text: t('customers:records.groupsSaved') });
      onClose();
    },
  });
  const save = () => set.mutate({ customerId: card.id, groupIds: chosen });
  const offered = groups.filter(({ id, isRetired }) => !isRetired || chosen.includes(id));
  return (
    <RecordFrame
      title={t('customers:records.groups')}
      save={t('customers:records.saveGroups')}
      command={set}
      kept={kept}
      hasUnsaved={newName.trim() !== '' || !isSameChoice(chosen, groupsOf(card))}
      onSave={save}
      onClose={onClose}
    >
      {offered.length > 0 ? (
        <MultiChoiceChips
          label={t('customers:records.chooseGroups')}
          choices={offered.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen}
          onChange={(next) => setValues((now) => ({ ...now, chosen: [...next] }))}
        />
      ) : (
        <p className={styles.note}>{t('customers:records.noGroupsYet')}</p>
      )}
      {may(client.customers.addGroup) && (
        <NewGroup
          mark={t('optional')}
          name={newName}
          onName={(name) => setValues((now) => ({ ...now, newName: name }))}
          onMade={(id) => setValues((now) => ({ chosen: [...now.chosen, id], newName: '' }))}
        />
      )}
    </RecordFrame>
  );
}

function groupsOf({ records }: CustomerCard): string[] {
  return records.flatMap(({ groupId }) => groupId ?? []);
}

function isSameChoice(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}
