import { spawn } from 'node:child_process';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type LaunchedApp, launchApp, launchArguments } from '../support/app.ts';
import { people, testPassword } from '../support/people.ts';

/** The package as it is shipped, and the same with the one fuse left on that lets Playwright attach. */
const shipped = process.env.VASTAANOTTO_PACKAGE ?? '';
const inspectable = process.env.VASTAANOTTO_TEST_PACKAGE ?? '';

let launched: LaunchedApp;

beforeAll(async () => {
  launched = await launchApp({ executable: inspectable, register: inject('registerTemplate') });
});

afterAll(() => launched?.close());

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

test('the package never opens developer tools', async () => {
  const areOpen = await launched.app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0] ?? {};
    webContents?.openDevTools();
    return webContents?.isDevToolsOpened();
  });
  expect(areOpen).toBe(false);
});

test('a person signs in to the package', async () => {
  const { page } = launched;
  await page.getByText(people.all.name).click();
  await page.getByLabel('Salasana', { exact: true }).fill(testPassword);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').getByRole('link', { name: 'Asiakkaat' }).waitFor();
  expect(await page.getByLabel('Salasana').count()).toBe(0);
});
