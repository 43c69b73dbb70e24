import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { type Door, nobody, openDoor } from '#main/register/vault/door.ts';
import { unlock } from '#main/register/vault/unlock.ts';
import { vaultPlace } from '#main/register/vault/vault-place.ts';
import { cheapHash, copyOfVault, firstPassword, temporaryVault, vaultFolder } from '#test/support/vault.ts';

const aino = '01890a5d-ac96-774b-bcce-b302099a8001';
const bo = '01890a5d-ac96-774b-bcce-b302099a8002';

function manualClock() {
  const clock = { now: 1_000_000, read: () => clock.now };
  return clock;
}

/** A folder in which a vault has been used before, without failures. */
async function usedFolder(): Promise<string> {
  const folder = await vaultFolder();
  await writeFile(join(folder, 'vault.json'), 'only its presence matters here');
  await writeFile(join(folder, 'door.json'), '{"version":1,"overall":0,"users":{}}');
  return folder;
}

const doorOf = (folder: string, monotonic: () => number) =>
  openDoor(folder, { monotonic, now: () => '2026-11-18T12:32:07.000Z' });
const fail = (door: Door, userId = aino) => door.attempt(userId, async () => undefined);
const succeed = (door: Door, userId = aino) => door.attempt(userId, async () => 'open');

async function failTimes(door: Door, times: number, userId = aino): Promise<void> {
  for (let time = 0; time < times; time += 1) await fail(door, userId);
}

test('five failures are free, then each doubles the delay from 5 seconds to 15 minutes', async () => {
  const clock = manualClock();
  const door = doorOf(await usedFolder(), clock.read);
  await failTimes(door, 4);
  expect(await door.secondsToWait(aino)).toBe(0);
  const delays = [];
  for (let time = 0; time < 10; time += 1) {
    await fail(door);
    const seconds = await door.secondsToWait(aino);
    delays.push(seconds);
    await expect(fail(door)).rejects.toMatchObject({ fault: { kind: 'wait', seconds } });
    clock.now += seconds * 1000;
  }
  expect(delays).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 900, 900]);
});

test('a try while the delay runs neither knocks nor counts', async () => {
  const clock = manualClock();
  const door = doorOf(await usedFolder(), clock.read);
  await failTimes(door, 5);
  const knock = vi.fn(async () => 'open');
  clock.now += 4_999;
  await expect(door.attempt(aino, knock)).rejects.toMatchObject({ fault: { kind: 'wait', seconds: 1 } });
  expect(knock).not.toHaveBeenCalled();
  clock.now += 1;
  expect(await door.attempt(aino, knock)).toBe('open');
});

test('failures of many people close the door for all', async () => {
  const door = doorOf(await usedFolder(), manualClock().read);
  await failTimes(door, 2, aino);
  await failTimes(door, 2, bo);
  await fail(door, nobody);
  await expect(succeed(door, bo)).rejects.toMatchObject({ kind: 'wait' });
  expect(await door.secondsToWait()).toBe(5);
});

test("one person's success does not forgive another's failures", async () => {
  const clock = manualClock();
  const door = doorOf(await usedFolder(), clock.read);
  await failTimes(door, 5, aino);
  clock.now += 5_000;
  await succeed(door, bo);
  expect(await door.secondsToWait(bo)).toBe(0);
  await fail(door, aino);
  expect(await door.secondsToWait(aino)).toBe(10);
});

test("a person's own success does", async () => {
  const door = doorOf(await usedFolder(), manualClock().read);
  await failTimes(door, 4);
  await succeed(door);
  await failTimes(door, 4);
  expect(await door.secondsToWait(aino)).toBe(0);
});

test('each try is in the file before it is made, so a kill in the middle counts', async () => {
  const folder = await usedFolder();
  const clock = manualClock();
  const door = doorOf(folder, clock.read);
  await failTimes(door, 4);
  let reached: () => void = () => {};
  const hashing = new Promise<void>((resolve) => {
    reached = resolve;
  });
  void door.attempt(aino, () => {
    reached();
    return new Promise<undefined>(() => {});
  });
  await hashing;
  const afterKill = doorOf(folder, clock.read);
  expect(await afterKill.secondsToWait(aino)).toBe(5);
});

test('a restart begins the delay again, whatever the clocks say meanwhile', async () => {
  const folder = await usedFolder();
  const clock = manualClock();
  const door = doorOf(folder, clock.read);
  await failTimes(door, 5);
  clock.now += 5_000;
  await fail(door);
  const dayLater = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 86_400_000);
  const restarted = doorOf(folder, () => 3);
  expect(await restarted.secondsToWait(aino)).toBe(10);
  dayLater.mockReturnValue(0);
  expect(await restarted.secondsToWait(aino)).toBe(10);
  dayLater.mockRestore();
});

test.each(['missing', 'cut', 'of another version', 'hostile'])(
  'a counter file that is %s means 30 seconds, never a lock-out',
  async (state) => {
    const folder = await usedFolder();
    const path = join(folder, 'door.json');
    const texts: Record<string, string> = {
      cut: '{"version":1,"ov',
      'of another version': '{"version":2,"overall":0,"users":{}}',
      hostile: '{"version":1,"overall":-5,"users":{}}',
    };
    if (state === 'missing') await rm(path);
    else await writeFile(path, texts[state] ?? '');
    const clock = manualClock();
    const door = doorOf(folder, clock.read);
    await expect(succeed(door)).rejects.toMatchObject({ fault: { kind: 'wait', seconds: 30 } });
    clock.now += 30_000;
    expect(await succeed(door)).toBe('open');
    expect(await doorOf(folder, clock.read).secondsToWait(aino)).toBe(0);
  },
);

test('removing the counter file between restarts gains one guess in 30 seconds, not five', async () => {
  const folder = await usedFolder();
  const clock = manualClock();
  await rm(join(folder, 'door.json'));
  const door = doorOf(folder, clock.read);
  expect(await door.secondsToWait()).toBe(30);
  clock.now += 30_000;
  await fail(door);
  expect(await door.secondsToWait()).toBe(10);
});

test('a hundred tries at once are made one by one, and the sixth waits', async () => {
  const door = doorOf(await usedFolder(), manualClock().read);
  let inside = 0;
  let most = 0;
  let knocks = 0;
  const knock = async () => {
    knocks += 1;
    inside += 1;
    most = Math.max(most, inside);
    await new Promise((resolve) => setImmediate(resolve));
    inside -= 1;
    return undefined;
  };
  const tries = await Promise.allSettled(Array.from({ length: 100 }, () => door.attempt(aino, knock)));
  expect({ knocks, most }).toEqual({ knocks: 5, most: 1 });
  expect(tries.filter(({ status }) => status === 'rejected')).toHaveLength(95);
});

test('when the counter cannot be written, nobody knocks', async () => {
  const folder = await usedFolder();
  const door = doorOf(folder, manualClock().read);
  await fail(door);
  await rm(folder, { recursive: true });
  const knock = vi.fn(async () => 'open');
  await expect(door.attempt(aino, knock)).rejects.toMatchObject({ code: 'ENOENT' });
  expect(knock).not.toHaveBeenCalled();
});

test('what was typed as a name is never stored', async () => {
  const vault = await temporaryVault();
  await unlock(vault.place, { typedName: 'my secret password' }, 'Aino').catch(() => undefined);
  const text = await readFile(join(vault.folder, 'door.json'), 'utf8');
  expect(text).not.toContain('secret');
  expect(JSON.parse(text)).toMatchObject({
    overall: 1,
    users: { unknown: 1 },
    failed: [{ userId: 'unknown' }],
  });
});

test('at the vault, guessing meets the delay, and so does the right password while it runs', async () => {
  const clock = manualClock();
  const vault = await temporaryVault();
  const place = await copyOfVault(vault, clock.read);
  const who = { userId: vault.open.user.id };
  for (let time = 0; time < 5; time += 1) {
    await expect(unlock(place, who, `guess number ${time}`)).rejects.toMatchObject({
      kind: 'wrong-credentials',
    });
  }
  await expect(unlock(place, who, firstPassword)).rejects.toMatchObject({
    fault: { kind: 'wait', seconds: 5 },
  });
  const restarted = vaultPlace(place.folder, { ...cheapHash, monotonic: clock.read });
  await expect(unlock(restarted, who, firstPassword)).rejects.toMatchObject({ kind: 'wait' });
  clock.now += 5_000;
  expect((await unlock(restarted, who, firstPassword)).user.id).toBe(vault.open.user.id);
});
