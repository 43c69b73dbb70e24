import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { type TestClient, testClient } from '#test/support/client.ts';
import { people, testPassword } from '#test/support/people.ts';

let folder: string;
let door: TestClient;

beforeEach(async () => {
  const parent = await mkdtemp(join(tmpdir(), 'vastaanotto-set-up-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  folder = join(parent, 'register');
  await mkdir(folder);
  door = testClient(folder);
});

async function setUp() {
  const { groups } = await door.call('auth', 'newRecoveryKey', {});
  return door.reply('auth', 'createRegister', {
    clinic: {
      name: 'Mallilan Hoitohuone Oy',
      businessId: '9999999-2',
      street: 'Esimerkkitie 12',
      postalCode: '13100',
      city: 'Hämeenlinna',
      phone: '019 000 0100',
      email: 'toimisto@mallila.example',
      dataContact: people.all.name,
    },
    person: { name: people.all.name, password: testPassword, confidentialityAccepted: true },
    recoveryGroups: [1, 2].map((number) => ({ number, text: groups[number - 1] })),
  });
}

it('a counter of failed sign-ins that outlived its register does not stop a new one', async () => {
  await writeFile(join(folder, 'door.json'), '{"version":1,"overall":1,"users":{"unknown":1}}');
  expect(await setUp()).toMatchObject({ ok: true, value: { name: people.all.name } });
});

it('a file that is not known stays where it is, and the register is not made over it', async () => {
  await writeFile(join(folder, 'notes.txt'), 'somebody put this here');
  expect(await setUp()).toMatchObject({ ok: false });
  expect(await readdir(folder)).toEqual(['notes.txt']);
  expect(await readFile(join(folder, 'notes.txt'), 'utf8')).toBe('somebody put this here');
});
