import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Keeps memory out of the core dump of a process and of all that it starts later: the kernel then writes a dump
 * without contents (Linux, core(5): no bit of `coredump_filter` set). Other systems make none unless asked to.
 * Does nothing for a process that is gone or that may not be touched.
 */
export function emptyCoreDump(pid: number): void {
  if (process.platform !== 'linux') return;
  try {
    writeFileSync(`/proc/${pid}/coredump_filter`, '0');
  } catch {
    // A sandboxed process that may not be touched is one that the kernel does not dump either.
  }
}

/** The same for this process and those that Chromium has already started to fork the others from. */
export function emptyCoreDumps(): void {
  if (process.platform !== 'linux') return;
  const parents = parentsOfProcesses();
  const isOurs = (pid: number): boolean => {
    const parent = parents.get(pid);
    return pid === process.pid || (parent !== undefined && parent > 1 && isOurs(parent));
  };
  for (const pid of parents.keys()) if (isOurs(pid)) emptyCoreDump(pid);
}

function parentsOfProcesses(): Map<number, number> {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      parents.set(Number(name), Number(/^PPid:\s+(\d+)$/m.exec(status)?.[1]));
    } catch {
      // Ended meanwhile.
    }
  }
  return parents;
}
