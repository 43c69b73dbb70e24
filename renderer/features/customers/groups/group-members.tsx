import { useState } from 'react';
import type { CustomerGroup, customersContract, GroupMember } from '#shared/features/customers/contract.ts';
import type { CallOutput } from '#shared/rpc/procedure.ts';
import { formatDate } from '#shared/values/dates.ts';
import { listName } from '#shared/values/names.ts';
import { formatPhone } from '#shared/values/phone.ts';
import { client } from '../../../api/client.ts';
import { usePages } from '../../../api/use-pages.ts';
import { ReadFault } from '../../../app/read-fault.tsx';
import { type Translate, useTexts } from '../../../locales/use-texts.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConsentMark } from '../../../ui/consent-mark.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { SectionHead } from '../../../ui/section-head.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import twoPanes from '../../../ui/two-panes.module.css';
import styles from './groups-page.module.css';

type MemberPage = CallOutput<typeof customersContract.groupMembers>;

/** The customers of a group in name order; Enter opens a card. Protected contact details are not shown. */
export function GroupMembers({
  group,
  onOpen,
}: {
  group: CustomerGroup;
  onOpen: (customerId: string) => void;
}) {
  const t = useTexts();
  const [selected, setSelected] = useState<string | null>(null);
  const pages = usePages<MemberPage>((last) =>
    client.customers.groupMembers({ groupId: group.id, after: placeOf(last?.members.at(-1)) }),
  );
  return (
    <section className={styles.members}>
      <SectionHead
        level={3}
        title={t('customers:groups.members')}
        meta={t('customers:records.members', { count: group.members })}
      />
      <ReadFault of={pages} />
      {!pages.data && !pages.error && <Skeleton label={t('customers:groups.loadingMembers')} rows={6} />}
      {pages.data && (
        <Table
          label={t('customers:groups.membersOf', { name: group.name })}
          columns={columns(t)}
          rows={pages.data.flatMap(({ members }) => members)}
          rowId={({ id }) => id}
          selectedId={selected}
          onSelect={({ id }) => setSelected(id)}
          onOpen={({ id }) => onOpen(id)}
          empty={
            <EmptyState title={t('customers:groups.noMembersTitle')}>
              {t('customers:groups.noMembers')}
            </EmptyState>
          }
        />
      )}
      {pages.hasNextPage && (
        <div className={styles.more}>
          <Button isPending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
            {t('customers:groups.more')}
          </Button>
        </div>
      )}
      <ReadFault of={pages} isNextPage />
    </section>
  );
}

function placeOf(member: GroupMember | undefined) {
  if (!member) return null;
  const { lastName, firstNames, id } = member;
  return { lastName, firstNames, id };
}

function columns(t: Translate): Column<GroupMember>[] {
  return [
    {
      id: 'name',
      header: t('customers:groups.customer'),
      isRowHeader: true,
      cell: (member) => (
        <span className={twoPanes.name}>
          {listName(member)} <Marks member={member} />
        </span>
      ),
    },
    { id: 'number', header: t('customers:groups.number'), width: '120px', cell: ({ number }) => number },
    {
      id: 'born',
      header: t('customers:fields.birthDate'),
      width: '112px',
      cell: ({ birthDate }) => formatDate(birthDate),
    },
    {
      id: 'phone',
      header: t('customers:card.phone'),
      width: '150px',
      cell: (member) => <Phone member={member} />,
    },
  ];
}

function Phone({ member: { phone, contactProtected } }: { member: GroupMember }) {
  const t = useTexts();
  if (phone) return formatPhone(phone);
  return (
    <span className={twoPanes.dim}>
      {t(contactProtected ? 'customers:protected.word' : 'customers:search.noPhone')}
    </span>
  );
}

function Marks({ member: { isDeceased, isRestricted } }: { member: GroupMember }) {
  const t = useTexts();
  return (
    <>
      {isRestricted && (
        <Badge tone="hold" icon={<ConsentMark state="restricted" size={14} />}>
          {t('customers:restriction.short')}
        </Badge>
      )}
      {isDeceased && <Badge>{t('customers:deceased.short')}</Badge>}
    </>
  );
}
