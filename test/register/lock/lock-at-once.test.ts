import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, inject, it } from 'vitest';
import { findDamageInFile } from '#main/register/database/find-damage.ts';
import { sqlcipherDriver } from '#main/register/database/sqlcipher-driver.ts';
import { openRegister } from '#main/register/open-register.ts';
import { minimumCost } from '#main/register/vault/kdf.ts';
import { unlock } from '#main/register/vault/unlock.ts';
import { vaultPlace } from '#main/register/vault/vault-place.ts';
import { childProgram } from '#test/support/child-process.ts';
import { temporaryFolder } from '#test/support/database.ts';
import { people, testPassword } from '#test/support/people.ts';
import { seededRandom } from '../../../scripts/fiction/random.ts';
import type { WorkNews } from './working-child.ts';

const locks = 50;
const seed = Number(process.env.VASTAANOTTO_SEED ?? 3_713);

/** Signs in, and locks in the middle of the work: told to close, then killed, as main does it. */
async function lockInTheMiddle(child: ChildProcess, afterMs: number) {
  const gone = Promise.all([once(child, 'exit'), once(child, 'disconnect')]);
  const saved: string[] = [];
  const hear = <K extends WorkNews['kind']>(kind: K) =>
    new Promise<Extract<WorkNews, { kind: K }>>((resolve, reject) => {
      child.on('message', (news: WorkNews) => {
        if (news.kind === kind) resolve(news as Extract<WorkNews, { kind: K }>);
      });
      child.once('exit', () => reject(new Error('the register process ended by itself')));
    });
  child.on('message', (news: WorkNews) => {
    if (news.kind === 'saved') saved.push(news.id);
  });
  await hear('signed-in');
  const locked = hear('locked');
  await wait(afterMs);
  child.send('lock');
  const { late } = await locked;
  child.kill('SIGKILL');
  await gone;
  return { saved, late };
}

it(`a lock during long queries and an export, and signing in at once, loses and leaks nothing ${locks} times (seed ${seed})`, async () => {
  const random = seededRandom(seed);
  const folder = join(await temporaryFolder(), 'register');
  await cp(inject('registerTemplate'), folder, { recursive: true });
  const start = await childProgram(join(import.meta.dirname, 'working-child.ts'));
  const saved: string[] = [];
  for (let lock = 0; lock < locks; lock += 1) {
    const work = await lockInTheMiddle(start(folder), random.between(0, 60));
    saved.push(...work.saved);
    const strange = work.late.filter((answer) => answer !== 'locked' && answer !== 'cancelled');
    expect({ lock, strange, asked: work.late.length > 0 }).toEqual({ lock, strange: [], asked: true });
  }
  const place = vaultPlace(folder, { chooseCost: async () => minimumCost });
  const vault = await unlock(place, { typedName: people.manager.name }, testPassword);
  const { database } = await openRegister(place, vault);
  const rows = await database.read.selectFrom('customers').select('id').execute();
  const ends = await database.read
    .selectFrom('audit_events')
    .select('id')
    .where('action', '=', 'auth.lock')
    .execute();
  await database.close();
  expect(rows.map(({ id }) => id).sort()).toEqual(saved.sort());
  expect(ends).toHaveLength(locks);
  const file = join(folder, vault.databaseFile);
  expect(await findDamageInFile(sqlcipherDriver, file, vault.databaseKey)).toEqual([]);
}, 600_000);
