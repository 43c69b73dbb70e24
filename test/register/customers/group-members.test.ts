import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { memberIds } from '#main/register/features/customers/groups-store.ts';
import { ainoMallikas, endOf, registerCustomer } from '#test/support/customers.ts';
import { watchedQueries } from '#test/support/query-plans.ts';
import { testRegister } from '#test/support/register.ts';

/** A group of so many customers, of whom five in a row have one name. */
async function groupOf(count: number) {
  const register = await testRegister();
  const [desk, manager] = [await register.as('reception'), await register.as('manager')];
  const groupId = uuidv7();
  await manager.call('customers', 'addGroup', { id: groupId, name: 'Fysioterapia' });
  for (let n = 0; n < count; n += 1) {
    const lastName = `Kanarinen${10 + Math.floor(n / 5)}`;
    const customerId = await registerCustomer(desk, { lastName, firstNames: 'Aino', phone: '' });
    await desk.call('customers', 'setGroups', { customerId, groupIds: [groupId] });
  }
  const page = (after: ReturnType<typeof endOf> | null) =>
    desk.call('customers', 'groupMembers', { groupId, after });
  return { register, desk, groupId, page };
}

type Group = Awaited<ReturnType<typeof groupOf>>;

describe('the next page of a group’s customers', () => {
  it.each<[string, (group: Group, customerId: string) => Promise<unknown>]>([
    ['is as it was', async () => undefined],
    [
      'has come to stand last in name order',
      ({ desk }, customerId) => {
        const form = { ...ainoMallikas, lastName: 'Öberg' };
        return desk.call('customers', 'edit', { customerId, expectedVersion: 1, form });
      },
    ],
    [
      'has come to stand first in name order',
      ({ desk }, customerId) => {
        const form = { ...ainoMallikas, lastName: 'Aalto' };
        return desk.call('customers', 'edit', { customerId, expectedVersion: 1, form });
      },
    ],
    [
      'has left the group',
      ({ desk }, customerId) => desk.call('customers', 'setGroups', { customerId, groupIds: [] }),
    ],
    [
      'is no longer in the register',
      async ({ register }, customerId) => {
        const { database } = await register.inside();
        await database.write((tx) => tx.deleteFrom('customers').where('id', '=', customerId).execute());
      },
    ],
  ])('begins where the last one ended, also when who stood there %s', async (_what, change) => {
    const group = await groupOf(53);
    const first = await group.page(null);
    const end = endOf(first);
    await change(group, end.id);
    const second = await group.page(end);
    const others = second.members.filter(({ id }) => id !== end.id);
    expect(first).toMatchObject({ more: true, members: { length: 50 } });
    expect(others.map(({ lastName }) => lastName)).toEqual(Array(3).fill('Kanarinen20'));
    const shown = [...first.members, ...others].map(({ id }) => id);
    expect(new Set(shown).size).toBe(53);
  });

  it('begins among those of one name with the next of them', async () => {
    const { page } = await groupOf(12);
    const { members } = await page(null);
    for (const [index, { lastName, firstNames, id }] of members.entries()) {
      const after = await page({ lastName, firstNames, id });
      expect(after.members).toEqual(members.slice(index + 1));
    }
  });

  it('is read from the group and never from the whole register', async () => {
    const { db, plans } = await watchedQueries();
    await memberIds(db, uuidv7(), null, 51);
    await memberIds(db, uuidv7(), { lastName: 'Kanarinen', firstNames: 'Aino', id: uuidv7() }, 51);
    const details = (await plans()).map(({ detail }) => detail);
    expect(details.filter((detail) => detail.includes('customer_group_members_of_group'))).toHaveLength(2);
    expect(details.filter((detail) => detail.startsWith('SCAN'))).toEqual([]);
  });
});
