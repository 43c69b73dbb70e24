import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { childProgram } from '#test/support/child-process.ts';
import { temporaryFolder } from '#test/support/database.ts';
import { canMountSmallDisk, onSmallDisk } from '#test/support/small-disk.ts';

async function play<Told>(scene: string): Promise<Told> {
  const disk = join(await temporaryFolder(), 'disk');
  await mkdir(disk);
  const start = await childProgram(join(import.meta.dirname, 'full-disk-child.ts'), onSmallDisk(disk, 8));
  const child = start(disk, scene);
  return new Promise((resolve, reject) => {
    child.once('message', resolve as (told: unknown) => void);
    child.once('exit', (code) => reject(new Error(`the scene ended with ${code} and told nothing`)));
  });
}

interface Left {
  readonly files: number;
  readonly isNamed: boolean;
  readonly keyEpoch: number;
  readonly customers: string[];
  readonly problems: string[];
}

/** One vault that names the only database, which is sound and holds everything. */
const whole = { isNamed: true, problems: [], customers: expect.objectContaining({ length: 100 }) };

/** Milliseconds. A scene goes from a full disk to one with room step by step, and opens the register after each. */
const slow = 120_000;

interface Step {
  readonly answer: string;
  readonly files: number;
  readonly session?: string;
  readonly after: Left;
}

describe.skipIf(!canMountSmallDisk())('on a disk that is really full', () => {
  it('a sign-in says so, and works when there is room again', async () => {
    const told = await play<{ status: string; full: string; again: string; after: Left }>('start');
    expect(told).toMatchObject({ status: 'done', full: 'storage-full', again: 'done', after: whole });
  });

  it('a save says so and saves nothing, the session goes on, and nothing that was answered is lost', async () => {
    const told = await play<{
      refused: string;
      session: string;
      again: string;
      saved: string[];
      after: Left;
    }>('save');
    expect(told).toMatchObject({ refused: 'storage-full', session: 'done', again: 'done' });
    expect(told.after).toMatchObject({ isNamed: true, problems: [] });
    expect(told.after.customers).toHaveLength(100 + told.saved.length);
    expect(told.after.customers).toEqual(expect.arrayContaining(told.saved));
  });

  it(
    'a migration says so, with whatever room there was, and leaves the register as it was',
    async () => {
      const steps = await play<Step[]>('migration');
      expect(steps.length).toBeGreaterThan(2);
      expect(steps.slice(0, -1).map(({ answer }) => answer)).toEqual(
        steps.slice(1).map(() => 'storage-full'),
      );
      expect(steps.at(-1)?.answer).toBe('done');
      for (const step of steps) expect(step).toMatchObject({ files: 1, after: whole });
    },
    slow,
  );

  it(
    'a rotation says so, with whatever room there was, and leaves one working pair under the old key',
    async () => {
      const steps = await play<Step[]>('rotation');
      expect(steps.length).toBeGreaterThan(2);
      expect(steps.slice(0, -1).map(({ answer }) => answer)).toEqual(
        steps.slice(1).map(() => 'storage-full'),
      );
      for (const step of steps.slice(0, -1))
        expect(step).toMatchObject({ files: 1, session: 'done', after: { ...whole, keyEpoch: 1 } });
      expect(steps.at(-1)).toMatchObject({
        answer: 'done',
        session: 'done',
        after: { ...whole, keyEpoch: 2 },
      });
    },
    slow,
  );
});
