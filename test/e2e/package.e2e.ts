import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type LaunchedApp, launchApp, launchArguments } from '../support/app.ts';
import { closedBoxTests } from '../support/closed-box.ts';
import { people, testPassword } from '../support/people.ts';

/** The package as it is shipped, and the same with the one fuse left on that lets Playwright attach. */
const shipped = process.env.VASTAANOTTO_PACKAGE ?? '';
const inspectable = process.env.VASTAANOTTO_TEST_PACKAGE ?? '';

let launched: LaunchedApp;
let world: string;

beforeAll(async () => {
  world = await mkdtemp(join(tmpdir(), 'vastaanotto-package-'));
  const register = inject('registerTemplate');
  launched = await launchApp({ executable: inspectable, register, triesForbidden: true });
});

afterAll(async () => {
  await launched?.close();
  await rm(world, { recursive: true, force: true, maxRetries: 10 });
});

/**
 * What the executable prints when it is started beside the running app: as a second instance it ends by itself,
 * whatever it was asked to be before that.
 */
function printedBeside(executable: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const child = spawn(executable, [...args, ...launchArguments(launched.dataDir, { executable })], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.on('data', (chunk) => (printed += chunk));
  child.stderr.on('data', (chunk) => (printed += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve(printed));
  });
}

/** Starts the executable on data of its own until it shows a page, and ends it. */
async function startedAlone(
  executable: string,
  args: string[],
): Promise<{ printed: string; files: string[] }> {
  const dataDir = await mkdtemp(join(world, 'data-'));
  const child = spawn(executable, [...args, ...launchArguments(dataDir, { executable })], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  let printed = '';
  child.stdout.on('data', (chunk) => (printed += chunk));
  child.stderr.on('data', (chunk) => (printed += chunk));
  // By then Chromium has long opened what it was told to open.
  await expect.poll(() => hasPage(dataDir)).toBe(true);
  child.kill('SIGKILL');
  await ended;
  return { printed, files: (await readdir(dataDir, { recursive: true })).map((file) => basename(file)) };
}

/** Whether the program on that data has started the process that shows its page (Linux). */
async function hasPage(dataDir: string): Promise<boolean> {
  const commands = (await readdir('/proc'))
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => ''));
  const own = (command: string) => command.includes('--type=renderer') && command.includes(dataDir);
  return (await Promise.all(commands)).some(own);
}

async function fusesOf(executable: string): Promise<Record<string, boolean>> {
  const wire = await getCurrentFuseWire(executable);
  const fuses = Object.entries(FuseV1Options).filter(([, index]) => typeof index === 'number');
  return Object.fromEntries(
    fuses.map(([name, index]) => [name, Number(wire[index as FuseV1Options]) === '1'.charCodeAt(0)]),
  );
}

const declaredFuses = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
};

test('the package has its fuses as declared, and the one for tests differs in inspecting alone', async () => {
  expect(await fusesOf(shipped)).toEqual(declaredFuses);
  expect(await fusesOf(inspectable)).toEqual({ ...declaredFuses, EnableNodeCliInspectArguments: true });
});

test('the package cannot be made to run as plain Node', async () => {
  const printed = await printedBeside(shipped, ['-p', '"as" + "Node"'], { ELECTRON_RUN_AS_NODE: '1' });
  expect(printed).not.toContain('asNode');
});

test('the package opens no inspector, though the one for tests does', async () => {
  expect(await printedBeside(inspectable, ['--inspect=0'])).toContain('Debugger listening');
  expect(await printedBeside(shipped, ['--inspect=0'])).not.toContain('Debugger listening');
});

test('the package takes no code from the environment', async () => {
  const planted = join(world, 'planted.cjs');
  await writeFile(planted, 'console.log("plan" + "ted")');
  const printed = await printedBeside(shipped, [], {
    NODE_OPTIONS: `--require=${planted}`,
    NODE_PATH: world,
  });
  expect(printed).not.toContain('planted');
});

test('the package opens no port for debugging its page, though the one for tests does', async () => {
  const switches = ['--remote-debugging-port=0', '--remote-debugging-address=127.0.0.1'];
  const opened = await startedAlone(inspectable, ['--inspect=0', ...switches]);
  expect(opened.printed).toContain('DevTools listening');
  const closed = await startedAlone(shipped, switches);
  expect(closed.printed).not.toContain('DevTools listening');
  expect(closed.files).not.toContain('DevToolsActivePort');
});

test('a second start on the same data ends before it opens anything and brings the first window to the front', async () => {
  const { app, dataDir } = launched;
  await app.evaluate(({ app: program }) => {
    const counter = globalThis as unknown as { secondStarts: number };
    counter.secondStarts = 0;
    program.on('second-instance', () => counter.secondStarts++);
  });
  const before = (await readdir(join(dataDir, 'register'))).sort();
  await printedBeside(shipped, []);
  expect((await readdir(join(dataDir, 'register'))).sort()).toEqual(before);
  const secondStarts = await app.evaluate(
    () => (globalThis as unknown as { secondStarts: number }).secondStarts,
  );
  expect(secondStarts).toBe(1);
});

test('a person signs in to the package', async () => {
  const { page } = launched;
  await page.getByText(people.all.name).click();
  await page.getByLabel('Salasana', { exact: true }).fill(testPassword);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').getByRole('link', { name: 'Asiakkaat' }).waitFor();
  expect(await page.getByLabel('Salasana').count()).toBe(0);
});

closedBoxTests(() => launched);
