import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { type OpenRegister, openRegister } from '#main/register/open-register.ts';
import { unlock } from '#main/register/vault/unlock.ts';
import { vaultPlace } from '#main/register/vault/vault-place.ts';
import { type TestClient, testClient } from './client.ts';
import { type TestClock, testClock } from './clock.ts';
import { type TestHost, testHost } from './host.ts';
import { type Person, people, testPassword } from './people.ts';

/** A real vault and a real encrypted database of this test's own. */
export interface TestRegister {
  readonly folder: string;
  readonly clock: TestClock;
  readonly host: TestHost;
  /** A window in which that person has signed in; several may work on the same register. */
  as(person: Person): Promise<TestClient>;
  /** The register opened beside the windows, for looking at what they left in it. */
  inside(): Promise<OpenRegister>;
}

export async function testRegister(): Promise<TestRegister> {
  const parent = await mkdtemp(join(tmpdir(), 'vastaanotto-test-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  const folder = join(parent, 'register');
  await cp(inject('registerTemplate'), folder, { recursive: true });
  const clock = testClock();
  const host = testHost();
  return {
    folder,
    clock,
    host,
    async as(person) {
      const client = testClient(folder, { clock, host });
      await client.call('auth', 'unlock', {
        who: { typedName: people[person].name },
        password: testPassword,
      });
      return client;
    },
    async inside() {
      const place = vaultPlace(folder);
      const vault = await unlock(place, { typedName: people.all.name }, testPassword);
      const register = await openRegister(place, vault);
      onTestFinished(() => register.database.close());
      return register;
    },
  };
}
