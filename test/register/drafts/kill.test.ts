import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, inject, it } from 'vitest';
import { openRegister } from '#main/register/open-register.ts';
import { unlock } from '#main/register/vault/unlock.ts';
import type { OpenVault } from '#main/register/vault/vault.ts';
import { type VaultPlace, vaultPlace } from '#main/register/vault/vault-place.ts';
import { childProgram } from '#test/support/child-process.ts';
import { temporaryFolder } from '#test/support/database.ts';
import { people, testPassword } from '#test/support/people.ts';
import { seededRandom } from '../../../scripts/fiction/random.ts';
import type { FormNews } from './saving-child.ts';

const kills = 50;
const seed = Number(process.env.VASTAANOTTO_SEED ?? 3_712);

/** Kills the child while it saves its n-th form. Returns the forms that were drafts before. */
async function keptBeforeKill(child: ChildProcess, nth: number, afterMs: number): Promise<FormNews[]> {
  const kept: FormNews[] = [];
  const gone = Promise.all([once(child, 'exit'), once(child, 'disconnect')]);
  await new Promise<void>((resolve, reject) => {
    let saving = 0;
    child.on('message', (news: FormNews) => {
      if (news.kind === 'kept') kept.push(news);
      else saving += 1;
      if (saving === nth) resolve();
    });
    child.once('exit', () => reject(new Error('the register process ended by itself')));
  });
  await wait(afterMs);
  child.kill('SIGKILL');
  await gone;
  return kept;
}

/** What the next person finds who opens the register. @param vault opened once, as saving forms does not change it */
async function foundIn(
  place: VaultPlace,
  vault: OpenVault,
): Promise<{ drafts: Set<string>; customers: Set<string> }> {
  const { database } = await openRegister(place, vault);
  const drafts = await database.read.selectFrom('drafts').select('id').execute();
  const customers = await database.read.selectFrom('customers').select('id').execute();
  await database.close();
  return { drafts: new Set(drafts.map(({ id }) => id)), customers: new Set(customers.map(({ id }) => id)) };
}

it(`a form is either saved or still a draft, never both and never neither, after ${kills} kills in the middle of saving (seed ${seed})`, async () => {
  const random = seededRandom(seed);
  const folder = join(await temporaryFolder(), 'register');
  await cp(inject('registerTemplate'), folder, { recursive: true });
  const place = vaultPlace(folder);
  const vault = await unlock(place, { typedName: people.reception.name }, testPassword);
  const start = await childProgram(join(import.meta.dirname, 'saving-child.ts'));
  let waiting = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const moment = { nth: random.between(1, 8), afterMs: random.between(0, 12) };
    const forms = await keptBeforeKill(start(folder), moment.nth, moment.afterMs);
    const { drafts, customers } = await foundIn(place, vault);
    const wrong = forms.filter(
      ({ draftId, customerId }) => drafts.has(draftId) === customers.has(customerId),
    );
    expect({ kill, ...moment, wrong }).toEqual({ kill, ...moment, wrong: [] });
    waiting += forms.filter(({ draftId }) => drafts.has(draftId)).length;
  }
  const { customers } = await foundIn(place, vault);
  expect(customers.size).toBeGreaterThan(kills);
  expect(waiting).toBeGreaterThan(0);
}, 600_000);
