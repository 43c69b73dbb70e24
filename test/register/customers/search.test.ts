import fc from 'fast-check';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import type { RegisterDatabase } from '#main/register/database/database.ts';
import type { CustomerDetails } from '#main/register/features/customers/rules.ts';
import { fileCustomer } from '#main/register/features/customers/search.ts';
import { insertCustomer } from '#main/register/features/customers/store.ts';
import { nameSortKey } from '#shared/values/names.ts';
import type { TestClient } from '#test/support/client.ts';
import { registerCustomer } from '#test/support/customers.ts';
import { temporaryDatabase } from '#test/support/database.ts';
import { testRegister } from '#test/support/register.ts';

async function names(desk: TestClient, text: string): Promise<string[]> {
  const { hits } = await desk.call('customers', 'search', { text, limit: 50 });
  return hits.map(({ lastName, firstNames }) => `${lastName} ${firstNames}`);
}

async function indexIsSound(database: RegisterDatabase): Promise<void> {
  await database.write((tx) =>
    sql`INSERT INTO customer_search_index (customer_search_index, rank) VALUES ('integrity-check', 1)`.execute(
      tx,
    ),
  );
  const rows = await database.read
    .selectFrom('customer_search')
    .innerJoin('customers', 'customers.id', 'customer_search.customer_id')
    .select(['sort_key', 'last_name', 'first_names'])
    .orderBy('position')
    .execute();
  const keys = rows.map((row) => row.sort_key);
  expect(keys).toEqual([...keys].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
  expect(keys).toEqual(
    rows.map((row) => nameSortKey({ lastName: row.last_name, firstNames: row.first_names })),
  );
}

describe('searching', () => {
  it('gives customers in name order, å ä ö after z', async () => {
    const desk = await (await testRegister()).as('reception');
    for (const lastName of ['Testilä', 'Ääritalo', 'Zetterkoe', 'Öhkömö', 'Ålund', 'Aalto']) {
      await registerCustomer(desk, { lastName, firstNames: 'Malla', nameInUse: '' });
    }
    expect(await names(desk, 'malla')).toEqual([
      'Aalto Malla',
      'Testilä Malla',
      'Zetterkoe Malla',
      'Ålund Malla',
      'Ääritalo Malla',
      'Öhkömö Malla',
    ]);
    expect(await names(desk, 'aari')).toEqual(['Ääritalo Malla']);
    expect(await names(desk, 'ÖHK')).toEqual(['Öhkömö Malla']);
  });

  it('finds an identity code only when it is typed whole', async () => {
    const desk = await (await testRegister()).as('reception');
    await registerCustomer(desk, { hetu: '140387-924P', birthDate: '' });
    expect(await names(desk, '140387-924p')).toEqual(['Mallikas Aino Helena']);
    expect(await names(desk, '924P')).toEqual([]);
    expect(await names(desk, '140387')).toEqual(['Mallikas Aino Helena']);
  });

  it('says when there are more than were asked for', async () => {
    const desk = await (await testRegister()).as('reception');
    for (const firstNames of ['Aino', 'Eero', 'Venla']) await registerCustomer(desk, { firstNames });
    const two = await desk.call('customers', 'search', { text: 'mallikas', limit: 2 });
    expect([two.hits.length, two.more]).toEqual([2, true]);
    const three = await desk.call('customers', 'search', { text: 'mallikas', limit: 3 });
    expect([three.hits.length, three.more]).toEqual([3, false]);
  });

  it('shows before typing whom the same person opened last', async () => {
    const register = await testRegister();
    const desk = await register.as('reception');
    const aino = await registerCustomer(desk, { lastName: 'Aalto' });
    const eero = await registerCustomer(desk, { lastName: 'Berg', phone: '' });
    await desk.call('customers', 'card', { customerId: eero });
    await desk.call('customers', 'card', { customerId: aino });
    expect(await names(desk, ' ')).toEqual(['Aalto Aino Helena', 'Berg Aino Helena']);
    expect(await names(await register.as('manager'), '')).toEqual([]);
  });

  it('follows an edit', async () => {
    const desk = await (await testRegister()).as('reception');
    const customerId = await registerCustomer(desk);
    await registerCustomer(desk, { lastName: 'Nieminen', phone: '' });
    const card = await desk.call('customers', 'forEditing', { customerId });
    await desk.call('customers', 'edit', {
      customerId,
      expectedVersion: card.version,
      form: {
        ...{ hetu: '', birthDate: '14.3.1987', sex: 'female', language: 'fi', source: 'customer' },
        ...{ lastName: 'Öster-Virta', firstNames: 'Aino', nameInUse: '', phone: '050 000 0311', email: '' },
        ...{ street: '', postalCode: '', city: '', country: 'FI' },
        ...{ onlineUserName: '', contactProtected: false, deceasedOn: '' },
      },
    });
    expect(await names(desk, 'aino')).toEqual(['Nieminen Aino Helena', 'Öster-Virta Aino']);
    expect(await names(desk, 'virta')).toEqual(['Öster-Virta Aino']);
    expect(await names(desk, '0311')).toEqual(['Öster-Virta Aino']);
    expect(await names(desk, 'mallikas')).toEqual(['Nieminen Aino Helena']);
  });

  it('answers any text that can be stored, and refuses U+0000 as bad input', async () => {
    const desk = await (await testRegister()).as('reception');
    await registerCustomer(desk);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 100 }),
          fc.string({ unit: fc.constantFrom(...'"*^:(){}+-.@0123456789 AaNnDdOoRrTtEe'), maxLength: 40 }),
        ),
        async (text) => {
          const reply = await desk.reply('customers', 'search', { text, limit: 5 });
          expect(reply.ok ? 'served' : reply.fault.kind).toBe(
            text.includes('\0') ? 'invalid-input' : 'served',
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Files customers with these last names one after another, without the desk around it. */
async function fileAll(lastNames: readonly string[]): Promise<RegisterDatabase> {
  const database = await temporaryDatabase();
  const trace = { at: '2026-11-18T12:32:07.000Z', by: 'helmi', byName: 'Helmi Testola' };
  await database.write(async (tx) => {
    for (const [index, lastName] of lastNames.entries()) {
      const [id, number] = [uuidv7(), 10001 + index];
      const details: CustomerDetails = {
        ...{
          lastName,
          firstNames: 'Aino',
          nameInUse: null,
          hetu: null,
          birthDate: '1987-03-14',
          sex: 'other',
        },
        ...{ language: 'fi' as const, phone: null, email: null, street: null, postalCode: null, city: null },
        ...{ country: 'FI', onlineUserName: null, contactProtected: false, deceasedOn: null },
      };
      await insertCustomer(tx, {
        ...{ id, number, version: 1, details, source: 'customer', sourceAt: trace.at },
        ...{ created: trace, updated: trace },
      });
      await fileCustomer(tx, id, { number, ...details });
    }
  });
  return database;
}

describe('places in name order', () => {
  it('never run out, however many come between the same two neighbours', async () => {
    const letters = [...'abcdefghijklmnoprstuvyåäö'];
    const between = letters.flatMap((first) => letters.map((second) => `Koe${first}${second}nen`));
    const last = between.at(-1) ?? '';
    const squeezed = letters.map((letter) => `${last}-${letter}`).reverse();
    await indexIsSound(await fileAll(['Aalto', 'Öhman', ...between, ...squeezed, ...squeezed]));
  });

  it('hold after registering in any order', async () => {
    const name = fc.string({ unit: fc.constantFrom(...'abåäöz -'), minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(name, { maxLength: 80 }), async (lastNames) => {
        await indexIsSound(await fileAll(lastNames));
      }),
      { numRuns: 10 },
    );
  });
});
