import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import * as accounts from '#main/register/vault/accounts.ts';
import { recordHead, signHead } from '#main/register/vault/audit-heads.ts';
import { rotateDatabaseKey } from '#main/register/vault/database-file.ts';
import { newKeySet } from '#main/register/vault/database-keys.ts';
import { chooseOwnPassword } from '#main/register/vault/own-password.ts';
import { recover, renewRecoveryKey } from '#main/register/vault/recover.ts';
import { newRecoveryKey } from '#main/register/vault/recovery.ts';
import type { SlotKeys } from '#main/register/vault/slots.ts';
import { unlock } from '#main/register/vault/unlock.ts';
import { type OpenVault, openWithSlotKeys, secretsOf } from '#main/register/vault/vault.ts';
import { readVaultFile } from '#main/register/vault/vault-file.ts';
import type { VaultPlace } from '#main/register/vault/vault-place.ts';
import type { Role } from '#shared/values/roles.ts';
import { addPerson } from '#test/support/staff.ts';
import {
  copyOfVault,
  firstPassword,
  firstPerson,
  type TestVault,
  temporaryVault,
  vaultText,
} from '#test/support/vault.ts';

/** What the model knows of a person: what they are, and what they can sign in with. */
interface Known {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
  readonly grant: boolean;
  readonly secret: string;
  readonly oneTime: boolean;
  /** What their own password opens; nobody has them before that is chosen. */
  readonly keys: SlotKeys | undefined;
}

interface Model {
  people: readonly Known[];
  databaseKey: string;
  recoveryKey: string;
  signers: ReadonlySet<string>;
}

const seed = 20261122;
const ownPassword = 'viisi keltaista sitruunaa';
const names = ['Aino Esimerkki', 'bo påhitt', 'Eeva Satunnainen', 'Filip Olematon', 'Gun Fiktiv'];
const start = [
  { name: 'Bo Påhitt', roles: ['admin'] },
  { name: 'Cecilia Keksitty', roles: ['manager'] },
  { name: 'Daavid Tekaistu', roles: ['reception'] },
] as const;

let vault: TestVault;
let first: readonly Known[];

beforeAll(async () => {
  vault = await temporaryVault();
  const known = (open: OpenVault, secret: string): Known => {
    const { id, name, roles } = open.user;
    const { slotKeys: keys } = secretsOf(open);
    return { id, name, roles, active: true, grant: false, secret, oneTime: false, keys };
  };
  first = [known(vault.open, firstPassword)];
  for (const person of start) {
    const { userId } = await addPerson(vault.place, vault.open, { ...person, password: ownPassword });
    first = [...first, known(await unlock(vault.place, { userId }, ownPassword), ownPassword)];
  }
});

const somebody = fc.nat(7);
const rolesArbitrary = fc.subarray<Role>(['reception', 'manager', 'admin'], { minLength: 1 });
const operation = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('add' as const),
      by: somebody,
      to: somebody,
      name: fc.constantFrom(...names),
      roles: rolesArbitrary,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('reset' as const, 'choose' as const),
      by: somebody,
      to: somebody,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('roles' as const),
      by: somebody,
      to: somebody,
      roles: rolesArbitrary,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('rename' as const),
      by: somebody,
      to: somebody,
      name: fc.constantFrom(...names),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('disable' as const, 'enable' as const, 'grant' as const, 'refuse' as const),
      by: somebody,
      to: somebody,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('remove' as const, 'rotate' as const, 'renew' as const, 'head' as const),
      by: somebody,
      to: somebody,
    }),
  },
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];
const replace = (people: readonly Known[], to: Known, change: Partial<Known>): readonly Known[] =>
  people.map((person) => (person.id === to.id ? { ...person, ...change } : person));
const holds = (role: Role) => (person: Known) => person.active && person.roles.includes(role);

/** Every rule that a change would break; it must be refused with one of them, and carried out when there is none. */
function brokenRules(by: Known, before: readonly Known[], after: readonly Known[]): string[] {
  const self = after.find(({ id }) => id === by.id);
  const original = before.find(({ id }) => id === by.id);
  const mayGrant = before.length === 1 && by.roles.includes('manager');
  const folded = after.map(({ name }) => name.toLowerCase());
  return [
    ...(by.roles.includes('admin') ? [] : ['not-administrator']),
    ...(new Set(folded).size === after.length ? [] : ['name-taken']),
    ...(after.some(holds('admin')) ? [] : ['last-administrator']),
    ...(after.some(holds('manager')) ? [] : ['last-manager']),
    ...(self?.active && self.keys === original?.keys ? [] : ['own-account']),
    ...(self?.roles.some((role) => !by.roles.includes(role)) || (self?.grant && !by.grant && !mayGrant)
      ? ['own-role']
      : []),
  ];
}

interface Step {
  /** What the people would be afterwards. */
  readonly after: readonly Known[];
  /** Does it; what only the vault knows (ids, passphrases) is added to `after`. */
  carryOut(): Promise<readonly Known[]>;
}

/** An operation in the words of the model and of the vault; undefined when nobody is there to do it to. */
function stepOf(model: Model, place: VaultPlace, admin: OpenVault, op: Operation): Step | undefined {
  const { people } = model;
  const to = pick(people, op.to);
  if (!to) return undefined;
  const simple = (change: Partial<Known>, carryOut: () => Promise<unknown>): Step => {
    const after = replace(people, to, change);
    return {
      after,
      carryOut: async () => {
        await carryOut();
        return after;
      },
    };
  };
  switch (op.do) {
    case 'add': {
      const person: Known = {
        id: '',
        name: op.name,
        roles: op.roles,
        active: true,
        grant: false,
        secret: '',
        oneTime: true,
        keys: undefined,
      };
      return {
        after: [...people, person],
        async carryOut() {
          const { userId, oneTimePassphrase } = await accounts.addUser(place, admin, {
            name: op.name,
            roles: op.roles,
          });
          return [...people, { ...person, id: userId, secret: oneTimePassphrase }];
        },
      };
    }
    case 'reset':
      return {
        after: replace(people, to, { keys: undefined }),
        async carryOut() {
          const { oneTimePassphrase } = await accounts.resetPassword(place, admin, to.id);
          return replace(people, to, { keys: undefined, oneTime: true, secret: oneTimePassphrase });
        },
      };
    case 'roles':
      return simple({ roles: op.roles }, () => accounts.setRoles(place, admin, to.id, op.roles));
    case 'rename':
      return simple({ name: op.name }, () => accounts.renameUser(place, admin, to.id, op.name));
    case 'disable':
      return simple({ active: false }, () => accounts.disableUser(place, admin, to.id));
    case 'enable':
      return simple({ active: true }, () => accounts.enableUser(place, admin, to.id));
    case 'grant':
    case 'refuse': {
      const grant = op.do === 'grant';
      return simple({ grant }, () => accounts.setHealthProfileGrant(place, admin, to.id, grant));
    }
    case 'remove': {
      const after = people.filter(({ id }) => id !== to.id);
      return {
        after,
        carryOut: async () => {
          await accounts.removeUser(place, admin, to.id);
          return after;
        },
      };
    }
    case 'rotate':
      return simple({}, async () => {
        const keySet = newKeySet();
        await rotateDatabaseKey(place, admin, {
          databaseFile: `register-${keySet.database.slice(0, 16)}.db`,
          newKeySet: keySet,
        });
        model.databaseKey = keySet.database;
      });
    case 'renew':
      return simple({}, async () => {
        const recoveryKey = newRecoveryKey();
        await renewRecoveryKey(place, admin, recoveryKey);
        model.recoveryKey = recoveryKey;
      });
    default:
      return undefined;
  }
}

/** The open vault of a person, as a sign-in gives it, without the hash. */
async function openFor(place: VaultPlace, person: Known): Promise<OpenVault> {
  const content = await readVaultFile(place.folder);
  const user = content.roster.body.users.find(({ id }) => id === person.id);
  if (!user || !person.keys) throw new Error('nobody who could sign in');
  return openWithSlotKeys(content, user, person.keys);
}

async function choose(model: Model, place: VaultPlace, op: Operation): Promise<void> {
  const to = pick(
    model.people.filter(({ oneTime, active }) => oneTime && active),
    op.to,
  );
  if (!to) return;
  const open = await chooseOwnPassword(place, { userId: to.id }, to.secret, ownPassword);
  model.people = replace(model.people, to, {
    secret: ownPassword,
    oneTime: false,
    keys: secretsOf(open).slotKeys,
  });
}

async function signTheLog(model: Model, place: VaultPlace, by: Known): Promise<void> {
  const open = await openFor(place, by);
  const hash = createHash('sha256').update(by.id).digest('hex');
  await recordHead(place, open, signHead(open, { sequence: 1, hash, at: '2026-11-22T12:00:00.000Z' }));
  model.signers = new Set([...model.signers, by.id]);
}

async function run(model: Model, place: VaultPlace, op: Operation): Promise<void> {
  const by = pick(
    model.people.filter(({ keys, active }) => keys && active),
    op.by,
  );
  if (!by) throw new Error('nobody can sign in');
  if (op.do === 'choose') return choose(model, place, op);
  if (op.do === 'head') return signTheLog(model, place, by);
  const step = stepOf(model, place, await openFor(place, by), op);
  if (!step) return;
  const broken = brokenRules(by, model.people, step.after);
  if (broken.length === 0) {
    model.people = await step.carryOut();
    return;
  }
  const before = await vaultText(place.folder);
  const fault = await step.carryOut().then(
    () => 'nothing',
    (error: { kind?: string }) => error.kind,
  );
  expect(broken).toContain(fault);
  expect(await vaultText(place.folder)).toBe(before);
}

async function demandSameState(model: Model, place: VaultPlace): Promise<void> {
  const { roster, databaseKeys, administratorKeys, auditHeads } = await readVaultFile(place.folder);
  expect(
    roster.body.users.map(({ id, name, roles, status, healthProfileGrant }) => ({
      id,
      name,
      roles,
      active: status === 'active',
      grant: healthProfileGrant,
    })),
  ).toEqual(model.people.map(({ id, name, roles, active, grant }) => ({ id, name, roles, active, grant })));
  const ids = (entries: readonly { userId: string }[]) => new Set(entries.map(({ userId }) => userId));
  const idsOf = (people: readonly Known[]) => new Set(people.map(({ id }) => id));
  expect(ids(databaseKeys)).toEqual(idsOf(model.people.filter(({ active }) => active)));
  expect(ids(administratorKeys)).toEqual(idsOf(model.people.filter(holds('admin'))));
  expect(ids(auditHeads)).toEqual(model.signers);
  expect(model.people.some(holds('admin')) && model.people.some(holds('manager'))).toBe(true);
  for (const person of model.people.filter(({ keys, active }) => keys && active)) {
    const open = await openFor(place, person);
    expect(open).toMatchObject({
      databaseKey: model.databaseKey,
      canAdminister: person.roles.includes('admin'),
    });
  }
}

/** What a real sign-in gives for one person, with the hash and the door. */
async function demandSignIn(model: Model, place: VaultPlace, person: Known): Promise<void> {
  const outcome = unlock(place, { userId: person.id }, person.secret);
  const isKnown = model.people.includes(person);
  if (!isKnown || !person.active) await expect(outcome).rejects.toMatchObject({ kind: 'wrong-credentials' });
  else if (person.oneTime) await expect(outcome).rejects.toMatchObject({ kind: 'choose-own-password' });
  else expect(await outcome).toMatchObject({ databaseKey: model.databaseKey, user: { roles: person.roles } });
}

test('whatever administrators do in whatever order, the vault is as a simple model says', async () => {
  let now = 0;
  // Hours pass between any two looks at the clock: the door is tried elsewhere.
  const hours = () => (now += 3_600_000);
  await fc.assert(
    fc.asyncProperty(
      fc.array(operation, { minLength: 6, maxLength: 24 }),
      somebody,
      async (operations, who) => {
        const place = await copyOfVault(vault, hours);
        const { databaseKey } = vault.open;
        const model: Model = {
          people: first,
          databaseKey,
          recoveryKey: vault.recoveryKey,
          signers: new Set(),
        };
        for (const op of operations) {
          await run(model, place, op);
          await demandSameState(model, place);
        }
        const everybody = [
          ...model.people,
          ...first.filter(({ id }) => !model.people.some((person) => person.id === id)),
        ];
        const person = pick(everybody, who);
        if (person) await demandSignIn(model, place, person);
        const administrator = model.people.find(holds('admin'));
        const recovered = { userId: administrator?.id ?? '', newPassword: 'kuusi harmaata kiveä' };
        expect((await recover(place, model.recoveryKey, recovered)).open).toMatchObject({
          databaseKey: model.databaseKey,
          canAdminister: true,
        });
      },
    ),
    { seed, numRuns: 15 },
  );
}, 120_000);

test('the model begins with the people that the vault has', async () => {
  const place = await copyOfVault(vault);
  const model = {
    people: first,
    databaseKey: vault.open.databaseKey,
    recoveryKey: vault.recoveryKey,
    signers: new Set<string>(),
  };
  await demandSameState(model, place);
  expect(first.map(({ name }) => name)).toEqual([firstPerson.name, ...start.map(({ name }) => name)]);
});
