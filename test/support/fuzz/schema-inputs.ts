import fc from 'fast-check';
import { z } from 'zod';
import type { AnyProcedure } from '#shared/rpc/procedure.ts';
import { asShown, knownGroups, knownId, knownSequence, mostlyShown, sometimesWhole } from './known-ids.ts';
import { textFor } from './texts.ts';

/** The part of JSON Schema that zod writes for the schemas of a contract. */
export interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly format?: string;
  readonly pattern?: string;
}

/** What a procedure takes, before its own readers and cross-checks. */
export function schemaOf({ input }: Pick<AnyProcedure, 'input'>): JsonSchema {
  return z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
}

/**
 * Inputs that a form of ours could send: of the right shape, with believable texts and the ids of things that
 * exist. Most pass the schema; ids are to be looked up with `KnownIds.resolve`.
 */
export function likelyInputs(schema: JsonSchema, key = ''): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => likelyInputs(choice, key)));
  switch (schema.type) {
    case 'object':
      return objectOf(schema);
    case 'array':
      return listOf(schema, key);
    case 'string':
      return stringOf(schema, key);
    case 'integer':
    case 'number':
      return numberOf(schema, key);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function objectOf({ properties, required = [], additionalProperties }: JsonSchema): fc.Arbitrary<unknown> {
  if (!properties || Object.keys(properties).length === 0) {
    if (typeof additionalProperties !== 'object') return fc.constant({});
    return fc.dictionary(fc.string({ maxLength: 12 }), likelyInputs(additionalProperties), { maxKeys: 4 });
  }
  const parts: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(
    Object.entries(properties).map(([key, part]) => [key, likelyInputs(part, key)]),
  );
  // Of what somebody has seen a version, there is one.
  if (parts.id && 'expectedVersion' in properties) parts.id = knownId('id', false);
  const typed = fc.record(parts, { requiredKeys: [...required], noNullPrototype: true });
  return fc.oneof({ weight: 2, arbitrary: typed }, { weight: 1, arbitrary: asShown(typed) });
}

/** A recovery key is asked back by two of its numbered groups. */
function areGroups({ properties = {} }: JsonSchema): boolean {
  return Object.keys(properties).sort().join() === 'number,text';
}

function listOf({ items = {}, minItems = 0, maxItems = minItems + 3 }: JsonSchema, key: string) {
  const list = fc.array(likelyInputs(items, key), {
    minLength: minItems,
    maxLength: Math.min(maxItems, minItems + 3),
  });
  if (items.format === 'uuid') return sometimesWhole(key, list);
  if (!areGroups(items)) return list;
  return fc.oneof({ weight: 6, arbitrary: knownGroups }, { weight: 1, arbitrary: list });
}

function numberOf(schema: JsonSchema, key: string): fc.Arbitrary<unknown> {
  const { type, minimum = -1_000_000, maximum = 1_000_000 } = schema;
  const [min, max] = [Math.max(minimum, -1_000_000), Math.min(maximum, 1_000_000)];
  const small = fc.integer({ min: Math.max(min, Math.min(0, max)), max: Math.max(min, Math.min(12, max)) });
  const whole = fc.oneof(small, fc.integer({ min, max }), fc.constantFrom(min, max));
  if (key === 'sequence')
    return fc.oneof({ weight: 6, arbitrary: knownSequence }, { weight: 1, arbitrary: whole });
  if (/version$/i.test(key))
    return mostlyShown(key, fc.oneof({ weight: 6, arbitrary: fc.constantFrom(0, 1) }, whole));
  return type === 'integer' ? whole : fc.oneof(whole, fc.double({ min, max, noNaN: true }));
}

function stringOf(
  { format, pattern, minLength = 0, maxLength }: JsonSchema,
  key: string,
): fc.Arbitrary<string> {
  if (format === 'uuid') return knownId(key);
  if (format === 'date' || format === 'date-time') return momentOf(format);
  const text = textFor(key, minLength, maxLength ?? 200);
  return pattern === undefined ? text : fc.oneof(text, fc.stringMatching(new RegExp(pattern)));
}

const likelyMoments = [
  ...['2026-11-18T12:00:00.000Z', '2026-11-18T09:30:00.000Z', '2025-02-28T22:30:00.000Z'],
  ...['2026-01-01T00:00:00.000Z', '2027-03-01T00:00:00.000Z', '2027-06-30T00:00:00.000Z'],
];

function momentOf(format: 'date' | 'date-time'): fc.Arbitrary<string> {
  const any = fc
    .date({ min: new Date('1850-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString());
  const moment = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...likelyMoments) },
    { weight: 1, arbitrary: any },
  );
  return format === 'date' ? moment.map((text) => text.slice(0, 10)) : moment;
}
