import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Failure, fuzz, procedures } from '#test/support/fuzz/fuzz.ts';
import { fuzzTemplate } from '#test/support/fuzz/world.ts';

export interface Fuzzing {
  readonly inputs: number;
  readonly seed: number;
  /** Tries only these, as `feature.procedure` or a feature; all when it is left out. */
  readonly only?: string | undefined;
  onFailure(failure: Failure): void;
  onProcedure(action: string, served: number): void;
}

/** Tries every procedure on a new copy of a fictional register. */
export async function fuzzAll({ inputs, seed, only, onFailure, onProcedure }: Fuzzing) {
  const chosen = procedures.filter(
    ({ feature, name }) => only === undefined || only === feature || only === `${feature}.${name}`,
  );
  const folder = await mkdtemp(join(tmpdir(), 'vastaanotto-fuzz-template-'));
  const total = { procedures: chosen.length, inputs: 0, failures: 0 };
  try {
    const template = join(folder, 'register');
    await fuzzTemplate(template);
    for (const procedure of chosen) {
      const result = await fuzz({ template, procedures: [procedure], inputs, seed });
      const action = `${procedure.feature}.${procedure.name}`;
      total.inputs += result.inputs;
      total.failures += result.failures.length;
      for (const failure of result.failures) onFailure(failure);
      onProcedure(action, result.served.get(action) ?? 0);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return total;
}
