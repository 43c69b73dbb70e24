import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explore, type Failure, fuzz, procedures } from '#test/support/fuzz/fuzz.ts';
import { fuzzTemplate } from '#test/support/fuzz/world.ts';

export interface Fuzzing {
  readonly inputs: number;
  readonly seed: number;
  /** Tries only these, as `feature.procedure` or a feature; all when it is left out. */
  readonly only?: string | undefined;
  onFailure(failure: Failure): void;
  onProcedure(action: string, served: number): void;
}

/** After so many inputs for each procedure of a feature comes a new copy of the register: more would fill it up. */
const mostInOneRegister = 100;

/**
 * Tries the procedures of one feature after another on copies of a fictional register. What `neverServed` names refused
 * every input: behind its schema and its first rules nothing was tried.
 */
export async function fuzzAll({ inputs, seed, only, onFailure, onProcedure }: Fuzzing) {
  const chosen = procedures.filter(
    ({ feature, name }) => only === undefined || only === feature || only === `${feature}.${name}`,
  );
  const folder = await mkdtemp(join(tmpdir(), 'vastaanotto-fuzz-template-'));
  const neverServed: string[] = [];
  const total = { procedures: chosen.length, inputs: 0, failures: 0, neverServed };
  try {
    const template = join(folder, 'register');
    await fuzzTemplate(template);
    const known = await explore(template);
    for (const of of new Set(chosen.map(({ feature }) => feature))) {
      const tried = chosen.filter(({ feature }) => feature === of);
      const served = new Map<string, number>();
      for (let done = 0; done < inputs; done += mostInOneRegister) {
        const count = Math.min(mostInOneRegister, inputs - done);
        const part = { template, known, procedures: tried, inputs: count, seed: seed + done };
        const result = await fuzz(part);
        total.inputs += result.inputs;
        total.failures += result.failures.length;
        for (const failure of result.failures) onFailure(failure);
        for (const [action, more] of result.served) served.set(action, (served.get(action) ?? 0) + more);
      }
      for (const { feature, name } of tried) {
        const action = `${feature}.${name}`;
        if (!served.has(action)) neverServed.push(action);
        onProcedure(action, served.get(action) ?? 0);
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return total;
}
