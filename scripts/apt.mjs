import { capture, run, SetupError } from './processes.mjs';

let isListFresh = false;

/**
 * Installs system packages on Debian and Ubuntu when this is root; otherwise stops with the command to type.
 * @param {string[]} packages Debian names
 * @param {string} purpose what is missing, for the message
 */
export async function installSystemPackages(packages, purpose) {
  const hasApt = (await capture('apt-get', ['--version'])).code === 0;
  if (!hasApt) {
    throw new SetupError(
      `Missing on this computer: ${purpose}.\n` +
        `Install what your system calls the Debian packages ${packages.join(' ')}, then type the command again.`,
    );
  }
  if (process.getuid?.() !== 0) throw new SetupError(commandMessage(await currentNames(packages), purpose));
  console.log(`Installing system packages (${purpose}) …`);
  await refreshList();
  const names = await currentNames(packages);
  const code = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (code !== 0)
    throw new SetupError(`apt-get could not install ${names.join(' ')}: see its message above.`);
}

function commandMessage(names, purpose) {
  return (
    `Missing on this computer: ${purpose}. Type this, then the command again:\n\n` +
    `  sudo apt-get update && sudo apt-get install -y ${names.join(' ')}`
  );
}

async function refreshList() {
  if (isListFresh) return;
  const code = await run('apt-get', ['update', '-q'], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (code !== 0) throw new SetupError('apt-get update failed: see its message above.');
  isListFresh = true;
}

/** Newer Debian and Ubuntu have renamed some libraries to …t64 (their time is 64 bits wide). */
async function currentNames(packages) {
  const { output } = await capture('apt-cache', ['policy', ...packages.map((name) => `${name}t64`)]);
  return packages.map((name) => (hasCandidate(output, `${name}t64`) ? `${name}t64` : name));
}

function hasCandidate(policy, name) {
  const block = policy.split(/^(?=\S)/m).find((part) => part.startsWith(`${name}:`));
  return block !== undefined && !/Candidate: \(none\)/.test(block);
}
