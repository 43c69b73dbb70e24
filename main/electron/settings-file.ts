import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { writeFileAtomically } from './atomic-file.ts';

/** A small JSON file of this computer's own settings. Nothing in it is worth stopping for: a bad one is replaced. */
export class SettingsFile<S extends z.ZodType> {
  readonly #file: string;
  readonly #schema: S;
  #value: z.output<S>;
  #writing: Promise<void> = Promise.resolve();

  private constructor(file: string, schema: S, value: z.output<S>) {
    this.#file = file;
    this.#schema = schema;
    this.#value = value;
  }

  static async open<S extends z.ZodType>(
    file: string,
    schema: S,
    first: z.output<S>,
  ): Promise<SettingsFile<S>> {
    const text = await readFile(file, 'utf8').catch(() => '');
    return new SettingsFile(file, schema, parse(schema, text) ?? first);
  }

  get value(): z.output<S> {
    return this.#value;
  }

  /** Takes effect at once; resolves when it is on the disk, or rejects when it cannot be written. */
  save(value: z.output<S>): Promise<void> {
    this.#value = this.#schema.parse(value);
    this.#writing = this.#writing.catch(() => {}).then(() => this.#write());
    return this.#writing;
  }

  /** Resolves when every `save` so far has ended. */
  written(): Promise<void> {
    return this.#writing.catch(() => {});
  }

  async #write(): Promise<void> {
    await mkdir(dirname(this.#file), { recursive: true, mode: 0o700 });
    await writeFileAtomically(this.#file, `${JSON.stringify(this.#value, null, 2)}\n`);
  }
}

function parse<S extends z.ZodType>(schema: S, text: string): z.output<S> | undefined {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
