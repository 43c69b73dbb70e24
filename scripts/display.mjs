import { spawn } from 'node:child_process';
import { SetupError } from './processes.mjs';

/** Larger than the window of the design (1366 × 768): one that would fill the screen loses a pixel each way. */
const screen = '1600x900x24';
const startTimeoutMs = 20_000;

const noDisplay = `There is no display here to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).
Type npm start in a terminal on the computer's own desktop, or over ssh -X.
To try the app without a screen, npm test runs it on a virtual display.`;

/** Whether windows can be shown here. macOS and Windows always have their screen. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** @throws SetupError that says what to do where no window can be shown */
export function demandDisplay() {
  if (!hasDisplay()) throw new SetupError(noDisplay);
}

/**
 * Starts a virtual display of its own, on a number that Xvfb itself finds free.
 * @returns {Promise<{ env: NodeJS.ProcessEnv, stop: () => void }>} what programs on it need, and its end
 */
export async function startVirtualDisplay() {
  // Xvfb writes the number it took to file descriptor 3.
  const args = ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const stop = () => server.kill();
  process.once('exit', stop);
  const number = await readNumber(server);
  return { env: { DISPLAY: `:${number}` }, stop };
}

/**
 * A display to run windows on: the one of this session, else a virtual one.
 * @returns {Promise<{ env: NodeJS.ProcessEnv, stop: () => void }>}
 */
export async function anyDisplay() {
  return hasDisplay() ? { env: {}, stop: () => {} } : startVirtualDisplay();
}

/**
 * Displays for tests that run side by side: as many virtual ones, or the one of this session.
 * @param {number} count
 * @returns {Promise<{ env: NodeJS.ProcessEnv, stop: () => void }>} `VASTAANOTTO_DISPLAYS` names the virtual ones
 */
export async function displays(count) {
  if (hasDisplay()) return { env: {}, stop: () => {} };
  const started = [];
  const stop = () => {
    for (const display of started) display.stop();
  };
  try {
    while (started.length < count) started.push(await startVirtualDisplay());
  } catch (error) {
    stop();
    throw error;
  }
  const names = started.map(({ env }) => env.DISPLAY);
  return { env: { DISPLAY: names[0], VASTAANOTTO_DISPLAYS: names.join(' ') }, stop };
}

function readNumber(server) {
  return new Promise((resolve, reject) => {
    const fail = (why) => reject(new SetupError(`The virtual display (Xvfb) did not start: ${why}.`));
    const timer = setTimeout(() => fail('no answer'), startTimeoutMs);
    let text = '';
    server.once('error', (error) => fail(error.message));
    server.once('exit', (code) => fail(`it ended with code ${code}`));
    server.stdio[3].on('data', (chunk) => {
      text += chunk;
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      resolve(text.trim());
    });
  });
}
