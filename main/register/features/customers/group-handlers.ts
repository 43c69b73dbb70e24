import type { Contract } from '#shared/contract.ts';
import { AppError } from '#shared/rpc/fault.ts';
import type { Handlers } from '../../rpc/handlers.ts';
import { groupChangesOf, rememberGroup } from './group-changes-store.ts';
import {
  findGroup,
  findGroups,
  findGroupsLike,
  insertGroup,
  insertMembership,
  memberIds,
  membershipsOf,
  updateGroup,
} from './groups-store.ts';
import { headOf, remember } from './record-handlers.ts';
import { deleteRecord } from './records-store.ts';
import { existing, findCustomersById } from './store.ts';
import { toMember } from './views.ts';

type GroupProcedures = 'groups' | 'groupMembers' | 'groupChanges' | 'addGroup' | 'editGroup' | 'setGroups';

const pageSize = 50;

/** Managers make the words; the desk says whom they are true of. */
export const groupHandlers: Pick<Handlers<Contract['customers']>, GroupProcedures> = {
  async groups(_input, { db }) {
    return findGroups(db);
  },

  async groupMembers({ groupId, after }, { db }) {
    if (!(await findGroup(db, groupId))) throw new AppError({ kind: 'not-found' });
    const ids = await memberIds(db, groupId, after, pageSize + 1);
    const customers = await findCustomersById(db, ids.slice(0, pageSize));
    return { members: customers.map(toMember), more: ids.length > pageSize };
  },

  async groupChanges({ groupId }, { db }) {
    return groupChangesOf(db, groupId);
  },

  async addGroup({ id, name }, context) {
    const { tx, actor, now, detail } = context;
    const known = await findGroupsLike(tx, { id, name });
    if (known.some((group) => group.id === id)) throw new AppError({ kind: 'conflict', changed: ['id'] });
    if (known.length > 0) throw new AppError({ kind: 'conflict', changed: ['name'] });
    await insertGroup(tx, { id, name, created: { at: now, by: actor.id, byName: actor.name } });
    await rememberGroup(context, id, [{ field: 'added', oldValue: null, newValue: name }]);
    detail({ name });
    return {};
  },

  async editGroup({ id, expectedVersion, name, isRetired }, context) {
    const { tx, now, detail } = context;
    const known = await findGroupsLike(tx, { id, name });
    const group = known.find((one) => one.id === id);
    if (!group) throw new AppError({ kind: 'not-found' });
    if (group.version !== expectedVersion) throw new AppError({ kind: 'conflict', changed: ['version'] });
    if (known.length > 1) throw new AppError({ kind: 'conflict', changed: ['name'] });
    const retiredAt = isRetired ? (group.retired_at ?? now) : null;
    await updateGroup(tx, { id, version: group.version + 1, name, retiredAt });
    await rememberGroup(context, id, changesOf(group, name, isRetired));
    detail(name === group.name ? { name } : { name, before: group.name });
    return {};
  },

  async setGroups({ customerId, groupIds }, context) {
    const { tx, newId } = context;
    await existing(tx, customerId);
    const now = await membershipsOf(tx, customerId);
    const wanted = new Set(groupIds);
    for (const { id, groupId, name, source } of now) {
      if (wanted.has(groupId)) continue;
      await deleteRecord(tx, 'group', id);
      const oldRecord = { kind: 'group' as const, name };
      await remember(context, customerId, { recordId: id, oldRecord, newRecord: null, source });
    }
    for (const groupId of wanted) {
      if (now.some((member) => member.groupId === groupId)) continue;
      const group = await findGroup(tx, groupId);
      if (!group || group.retired_at !== null) throw new AppError({ kind: 'not-found' });
      const id = newId();
      await insertMembership(tx, { ...headOf(context, id, customerId, 'staff'), group_id: groupId });
      const newRecord = { kind: 'group' as const, name: group.name };
      await remember(context, customerId, { recordId: id, oldRecord: null, newRecord, source: 'staff' });
    }
    return {};
  },
};

function changesOf(group: { name: string; retired_at: string | null }, name: string, isRetired: boolean) {
  const wasRetired = group.retired_at !== null;
  const nothing = { oldValue: null, newValue: null };
  return [
    ...(name === group.name ? [] : [{ field: 'name' as const, oldValue: group.name, newValue: name }]),
    ...(isRetired && !wasRetired ? [{ field: 'retired' as const, ...nothing }] : []),
    ...(wasRetired && !isRetired ? [{ field: 'reinstated' as const, ...nothing }] : []),
  ];
}
