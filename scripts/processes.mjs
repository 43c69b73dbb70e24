import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, whatever folder the command was typed in. */
export const projectFolder = path.resolve(fileURLToPath(import.meta.url), '..', '..');

/** A failure whose message is written for the person at the keyboard: shown without a stack, ends with code 1. */
export class SetupError extends Error {}

/**
 * Runs a program to its end and returns its exit code, with its output shown as it comes.
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} the exit code; 1 when a signal ended the program
 */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: projectFolder, stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a program to its end without showing anything.
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { input?: string }} [options]
 * @returns {Promise<{ code: number, output: string, errors: string }>} a program that is not there gives code 127
 */
export function capture(program, args, { input, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: projectFolder, ...options, stdio: ['pipe', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (errors += chunk));
    // A program that ends without reading its input is no failure of ours.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    child.once('error', (error) => resolve({ code: 127, output, errors: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output, errors }));
  });
}

/**
 * Runs npm: the one that started this script when there is one.
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string }} [options]
 */
export function npm(args, { env = {}, ...options } = {}) {
  const npmScript = process.env.npm_execpath;
  const [program, first] = npmScript?.endsWith('.js') ? [process.execPath, [npmScript]] : ['npm', []];
  return run(program, [...first, ...args], { env: { ...process.env, ...env }, ...options });
}

/**
 * Runs the program of an installed package (a file of its `bin`) with this Node.
 * @param {string} name the name in node_modules/.bin
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function runTool(name, args, options = {}) {
  return run(path.join(projectFolder, 'node_modules', '.bin', name), args, options);
}

/**
 * The same without showing anything.
 * @param {string} name the name in node_modules/.bin
 * @param {string[]} args
 */
export function captureTool(name, args) {
  return capture(path.join(projectFolder, 'node_modules', '.bin', name), args);
}

/**
 * The outermost call of every script: shows a SetupError as one clear message.
 * @param {() => Promise<number | undefined>} main gives the exit code
 */
export async function runScript(main) {
  const code = await exitCodeOf(main);
  process.exitCode = code;
  // The clean-up of electron-builder ends the process with 0, whatever was set before.
  process.once('exit', () => {
    process.exitCode = code;
  });
}

async function exitCodeOf(main) {
  try {
    return (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof SetupError ? `\n${error.message}\n` : error);
    return 1;
  }
}
