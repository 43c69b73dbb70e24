import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import type { OpenRegister } from '#main/register/open-register.ts';
import { canonicalBytes } from '#main/register/vault/canonical-json.ts';
import { seal } from '#main/register/vault/sealed.ts';
import { readVaultFile } from '#main/register/vault/vault-file.ts';
import type { TestClient } from '#test/support/client.ts';
import { halfTyped, registerFrom } from '#test/support/drafts.ts';
import { people } from '#test/support/people.ts';
import { testRegister } from '#test/support/register.ts';

const day = 86_400_000;

const mine = (client: TestClient) => client.call('drafts', 'mine', {});
const idsOf = async (client: TestClient) => (await mine(client)).map(({ id }) => id);

async function withDraft() {
  const register = await testRegister();
  const helmi = await register.as('reception');
  const draft = halfTyped();
  await helmi.call('drafts', 'save', draft);
  return { register, helmi, draft };
}

const storedDrafts = ({ database }: OpenRegister) => database.read.selectFrom('drafts').selectAll().execute();

describe('a draft', () => {
  it('comes back whole to the person who typed it, at a later sign-in too', async () => {
    const { register, helmi, draft } = await withDraft();
    const listed = { id: draft.id, form: draft.form, subjectId: null, about: draft.about };
    expect(await mine(helmi)).toEqual([{ ...listed, savedAt: register.clock.now() }]);
    const again = await register.as('reception');
    expect(await again.call('drafts', 'open', { id: draft.id })).toMatchObject({ values: draft.values });
  });

  it('is replaced by the newer state of its form, and the newest one stands first', async () => {
    const { register, helmi, draft } = await withDraft();
    register.clock.advance(1000);
    const other = halfTyped({ about: 'Testola Malla' });
    await helmi.call('drafts', 'save', other);
    register.clock.advance(1000);
    await helmi.call('drafts', 'save', { ...draft, about: 'Kanarinen Aino Helena' });
    expect((await mine(helmi)).map(({ about }) => about)).toEqual(['Kanarinen Aino Helena', 'Testola Malla']);
  });

  it('brings any text back as it was typed', async () => {
    const { helmi, draft } = await withDraft();
    const anyForm = fc.dictionary(fc.string(), fc.string({ unit: 'binary' }));
    await fc.assert(
      fc.asyncProperty(anyForm, async (form) => {
        const values = JSON.stringify(form);
        await helmi.call('drafts', 'save', { ...draft, values });
        expect((await helmi.call('drafts', 'open', { id: draft.id })).values).toBe(values);
      }),
      { numRuns: 30 },
    );
  });

  it('takes a form of 64 KiB and refuses more, and what is no form at all', async () => {
    const { helmi, draft } = await withDraft();
    const ofLength = (length: number) => JSON.stringify({ note: 'ä'.repeat(length - 11) });
    await helmi.call('drafts', 'save', { ...draft, values: ofLength(65_536) });
    expect((await helmi.call('drafts', 'open', { id: draft.id })).values).toHaveLength(65_536);
    for (const values of [ofLength(65_537), '[]', 'null', 'x', '']) {
      const save = helmi.call('drafts', 'save', { ...draft, values });
      await expect(save).rejects.toMatchObject({ fault: { kind: 'invalid-input' } });
    }
  });

  it('that is the twenty-fifth of a person takes the place of the oldest', async () => {
    const { register, helmi, draft } = await withDraft();
    for (let count = 0; count < 24; count += 1) {
      register.clock.advance(1000);
      await helmi.call('drafts', 'save', halfTyped());
    }
    const ids = await idsOf(helmi);
    expect(ids).toHaveLength(24);
    expect(ids).not.toContain(draft.id);
  });

  it('is dropped at the first sign-in after thirty days', async () => {
    const { register, draft } = await withDraft();
    register.clock.advance(29 * day);
    expect(await idsOf(await register.as('reception'))).toEqual([draft.id]);
    register.clock.advance(2 * day);
    expect(await idsOf(await register.as('reception'))).toEqual([]);
    expect(await storedDrafts(await register.inside())).toEqual([]);
  });

  it('leaves no audit row and no kept answer when it is saved; opening it is a look at its customer', async () => {
    const { register, helmi } = await withDraft();
    const subjectId = uuidv7();
    const draft = halfTyped({ form: 'visits.log', subjectId });
    await helmi.call('drafts', 'save', draft);
    await helmi.call('drafts', 'open', { id: draft.id });
    const { database } = await register.inside();
    const rows = await database.read
      .selectFrom('audit_events')
      .select(['action', 'customer_id'])
      .where('action', 'like', 'drafts.%')
      .execute();
    expect(rows).toEqual([{ action: 'drafts.open', customer_id: subjectId }]);
    expect(await database.read.selectFrom('command_results').selectAll().execute()).toEqual([]);
  });
});

describe("somebody else's draft", () => {
  it('is listed for nobody, opened by nobody and thrown away by nobody, administrators included', async () => {
    const { register, helmi, draft } = await withDraft();
    for (const person of ['manager', 'all'] as const) {
      const other = await register.as(person);
      expect(await mine(other)).toEqual([]);
      const open = other.call('drafts', 'open', { id: draft.id });
      await expect(open).rejects.toMatchObject({ fault: { kind: 'not-found' } });
      await other.call('drafts', 'discard', { id: draft.id });
      expect(await registerFrom(other, draft.id)).toMatchObject({ ok: true });
    }
    const admin = await register.as('admin');
    expect(await admin.reply('drafts', 'mine', {})).toMatchObject({ fault: { kind: 'forbidden' } });
    expect(await idsOf(helmi)).toEqual([draft.id]);
  });

  it('is not overwritten by a draft of the same id', async () => {
    const { register, helmi, draft } = await withDraft();
    const ida = await register.as('manager');
    await ida.call('drafts', 'save', { ...draft, about: 'Väärä' });
    expect(await mine(helmi)).toMatchObject([{ about: draft.about }]);
  });

  it('stays closed to whoever has the database key and changes its row', async () => {
    const { register, helmi, draft } = await withDraft();
    const inside = await register.inside();
    const [stored] = await storedDrafts(inside);
    if (!stored) throw new Error('no draft was stored');
    expect(JSON.stringify(stored)).not.toMatch(/Kanarinen|140387/);
    await inside.database.write((tx) =>
      tx
        .insertInto('drafts')
        .values({ ...stored, owner_id: inside.vault.user.id })
        .execute(),
    );
    expect(inside.vault.user.name).toBe(people.all.name);
    expect(await mine(await register.as('all'))).toEqual([]);
    expect(await idsOf(helmi)).toEqual([draft.id]);
  });

  it.each([
    ['another form', { form: 'visits.log' as const }],
    ['another customer', { subject_id: uuidv7() }],
    ['another draft', { id: uuidv7() }],
    ['a torn text', { sealed: '{"nonce":"x"}' }],
  ])('does not open when its row was moved to %s', async (_what, change) => {
    const { register, helmi } = await withDraft();
    const { database } = await register.inside();
    await database.write((tx) => tx.updateTable('drafts').set(change).execute());
    expect(await mine(helmi)).toEqual([]);
  });

  it('that somebody with the database key has forged in a strange form stops nothing', async () => {
    const { register, helmi, draft } = await withDraft();
    const inside = await register.inside();
    const [stored] = await storedDrafts(inside);
    const owner = (await readVaultFile(register.folder)).roster.body.users.find(
      ({ id }) => id === stored?.owner_id,
    );
    if (!stored || !owner) throw new Error('no draft was stored');
    const forged = { ...stored, id: uuidv7() };
    for (const text of ['', '[]', '"x"', '{"about":1}']) {
      const about = { draftId: forged.id, form: forged.form, subjectId: null };
      const { vaultId } = inside.vault;
      const binding = { vaultId, userId: owner.id, publicKey: owner.sealingKey, about };
      const sealed = seal(owner.sealingKey, Buffer.from(text), canonicalBytes('draft', binding));
      await inside.database.write((tx) =>
        tx
          .replaceInto('drafts')
          .values({ ...forged, sealed: JSON.stringify(sealed) })
          .execute(),
      );
      expect(await idsOf(helmi)).toEqual([draft.id]);
    }
  });

  it('stands nowhere in the files in plain text', async () => {
    const { register } = await withDraft();
    const { database, vault } = await register.inside();
    await database.checkpoint();
    const file = await readFile(join(register.folder, vault.databaseFile));
    expect(file.includes('Kanarinen')).toBe(false);
  });
});

describe('a call that saves the form', () => {
  it('takes the draft away in its own transaction', async () => {
    const { helmi, draft } = await withDraft();
    expect(await registerFrom(helmi, draft.id)).toMatchObject({ ok: true });
    expect(await mine(helmi)).toEqual([]);
  });

  it('leaves the draft when it is refused', async () => {
    const { helmi, draft } = await withDraft();
    const refused = [
      { name: 'edit', input: { customerId: uuidv7(), expectedVersion: 1, form: {} } },
      { name: 'register', input: {} },
    ];
    for (const call of refused) {
      const request = { requestId: uuidv7(), feature: 'customers', draftId: draft.id, ...call };
      expect(await helmi.dispatch.call(helmi.clientId, request)).toMatchObject({ ok: false });
    }
    expect(await idsOf(helmi)).toEqual([draft.id]);
  });

  it('is not undone by an autosave that comes after it', async () => {
    const { register, helmi, draft } = await withDraft();
    await registerFrom(helmi, draft.id);
    await helmi.call('drafts', 'save', draft);
    expect(await mine(helmi)).toEqual([]);
    expect(await storedDrafts(await register.inside())).toEqual([]);
  });

  it('leaves the draft when the role may not make it', async () => {
    const { helmi, draft } = await withDraft();
    const input = { id: uuidv7(), name: 'Lotta Koepelto' };
    const request = {
      requestId: uuidv7(),
      feature: 'visits',
      name: 'addPractitioner',
      input,
      draftId: draft.id,
    };
    expect(await helmi.dispatch.call(helmi.clientId, request)).toMatchObject({
      fault: { kind: 'forbidden' },
    });
    expect(await idsOf(helmi)).toEqual([draft.id]);
  });

  it('with something else than an id for a draft is refused', async () => {
    const { helmi } = await withDraft();
    expect(await registerFrom(helmi, 'x')).toMatchObject({ fault: { kind: 'not-found' } });
  });
});

it('a draft that was thrown away does not come back by a late autosave', async () => {
  const { helmi, draft } = await withDraft();
  await helmi.call('drafts', 'discard', { id: draft.id });
  await helmi.call('drafts', 'save', draft);
  expect(await mine(helmi)).toEqual([]);
});
