import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explore, type Failure, fuzz, type NamedProcedure, procedures } from '#test/support/fuzz/fuzz.ts';
import { schemaOf } from '#test/support/fuzz/schema-inputs.ts';
import { fuzzTemplate } from '#test/support/fuzz/world.ts';

export interface Fuzzing {
  readonly inputs: number;
  readonly seed: number;
  /** Tries only these, as `feature.procedure` or a feature; all when it is left out. */
  readonly only?: string | undefined;
  onFailure(failure: Failure): void;
  onProcedure(action: string, served: number): void;
}

/**
 * Tries every procedure on a new copy of a fictional register. What `neverServed` names refused every input: behind its
 * schema and its first rules nothing was tried.
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
    for (const procedure of chosen) {
      const warmUp = neighbours(procedure);
      const result = await fuzz({ template, known, procedures: [procedure], warmUp, inputs, seed });
      const action = `${procedure.feature}.${procedure.name}`;
      total.inputs += result.inputs;
      total.failures += result.failures.length;
      for (const failure of result.failures) onFailure(failure);
      const served = result.served.get(action) ?? 0;
      if (served === 0) neverServed.push(action);
      onProcedure(action, served);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return total;
}

/** Where a few likely commands would lock everybody out, or cost a password's hash each. */
const aboutAccess: ReadonlySet<string> = new Set(['auth', 'accounts', 'keys', 'backup']);

/**
 * What else is recorded by the procedure's feature, but for what gives existing things a new version: most inputs expect
 * the first one.
 */
function neighbours({ feature, name }: NamedProcedure): NamedProcedure[] {
  if (aboutAccess.has(feature)) return [];
  return procedures.filter(
    (other) =>
      other.feature === feature &&
      other.name !== name &&
      other.procedure.kind === 'command' &&
      !('expectedVersion' in (schemaOf(other.procedure).properties ?? {})),
  );
}
