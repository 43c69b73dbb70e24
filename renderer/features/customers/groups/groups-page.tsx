import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { CustomerGroup } from '#shared/features/customers/contract.ts';
import { client } from '../../../api/client.ts';
import { useMay } from '../../../app/access.ts';
import { useLastResumedId, useResumed } from '../../../app/drafts/resumed.ts';
import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { ReadFault } from '../../../app/read-fault.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Badge } from '../../../ui/badge.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { focusField } from '../../../ui/focus-field.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Table } from '../../../ui/table.tsx';
import twoPanes from '../../../ui/two-panes.module.css';
import { useRowSteps } from '../../../ui/use-rows.ts';
import { DraftedNewGroup } from './drafted-new-group.tsx';
import { GroupDetail } from './group-detail.tsx';
import { useResumedRename } from './groups-draft.ts';
import styles from './groups-page.module.css';

interface GroupsPageProps {
  /** the group of the address; null for the first one */
  groupId: string | null;
  onChoose: (groupId: string) => void;
  onOpenCustomer: (customerId: string) => void;
}

/** The words by which the office groups its customers, and whom each is true of. Managers keep them up. */
export function GroupsPage({ groupId, onChoose, onOpenCustomer }: GroupsPageProps) {
  const t = useTexts();
  const read = useQuery(client.customers.groups());
  const { data: groups, error } = read;
  const sorted = groups && inUseFirst(groups);
  // The first one stays on the screen also when it goes out of use, and so to the end.
  const [shownId, setShownId] = useState<string | null>(null);
  const rename = useResumedRename();
  const chosenId = groupId ?? rename?.groupId ?? shownId ?? sorted?.[0]?.id ?? null;
  if (chosenId !== shownId) setShownId(chosenId);
  // A group just made is not among them yet: until then there is none to show.
  const chosen = sorted?.find(({ id }) => id === chosenId);
  return (
    <div className={twoPanes.page}>
      <header className={twoPanes.head}>
        <h1>{t('customers:groups.title')}</h1>
        <p>{t('customers:groups.lead')}</p>
      </header>
      <ReadFault of={read} isAtEdge />
      {!sorted && !error && <Skeleton label={t('customers:groups.loading')} rows={6} />}
      {sorted && (
        <div className={classNames(twoPanes.panes, styles.panes)}>
          <GroupList groups={sorted} chosenId={chosenId} onChoose={onChoose} />
          {chosen && (
            <GroupDetail
              key={chosen.id}
              group={chosen}
              resumed={rename?.groupId === chosen.id ? rename : null}
              onOpenCustomer={onOpenCustomer}
            />
          )}
        </div>
      )}
    </div>
  );
}

interface GroupListProps {
  groups: readonly CustomerGroup[];
  chosenId: string | null;
  onChoose: (groupId: string) => void;
}

function GroupList({ groups, chosenId, onChoose }: GroupListProps) {
  const t = useTexts();
  const may = useMay();
  const list = useRef<HTMLDivElement>(null);
  const newGroup = useResumed('customers.addGroup', null);
  const newGroupId = useLastResumedId(newGroup);
  const index = groups.findIndex(({ id }) => id === chosenId);
  const { go } = useRowSteps(groups, index, list, ({ id }) => onChoose(id));
  useViewKeys([
    { keys: 'J', label: t('customers:groups.next'), action: () => go(1) },
    { keys: 'K', label: t('customers:groups.previous'), action: () => go(-1) },
  ]);
  return (
    <div className={classNames(twoPanes.list, styles.list)} ref={list}>
      <Table
        label={t('customers:groups.title')}
        rows={groups}
        rowId={({ id }) => id}
        selectedId={chosenId}
        onSelect={({ id }) => onChoose(id)}
        onOpen={() => focusField('group.name')}
        columns={[
          {
            id: 'name',
            header: t('customers:groups.name'),
            isRowHeader: true,
            cell: ({ name, isRetired }) => (
              <span className={isRetired ? twoPanes.off : twoPanes.name}>
                {name} {isRetired && <Badge>{t('customers:groups.retired')}</Badge>}
              </span>
            ),
          },
          {
            id: 'members',
            header: t('customers:groups.count'),
            align: 'end',
            width: '112px',
            cell: ({ members }) => members,
          },
        ]}
        empty={
          <EmptyState title={t('customers:groups.emptyTitle')}>{t('customers:groups.empty')}</EmptyState>
        }
      />
      {may(client.customers.addGroup) && (
        <div className={styles.add}>
          <DraftedNewGroup key={newGroupId} resumed={newGroup} onMade={onChoose} />
        </div>
      )}
    </div>
  );
}

function inUseFirst(groups: readonly CustomerGroup[]): CustomerGroup[] {
  return [...groups.filter(({ isRetired }) => !isRetired), ...groups.filter(({ isRetired }) => isRetired)];
}
