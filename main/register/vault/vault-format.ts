import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalBytes } from './canonical-json.ts';
import { checkCoherence, contentSchema, type VaultContent } from './vault-content.ts';
import { contentSchema1, upgradeContent1 } from './vault-content-1.ts';
import { damaged, hostile, VaultError } from './vault-error.ts';

/**
 * One version of the file's content. `upgrade` leads to the next version and needs no password; the latest has none.
 * Once released, a version's schema stays as it is.
 */
export interface FormatVersion {
  readonly version: number;
  readonly schema: z.ZodType;
  readonly upgrade?: (content: never) => unknown;
}

export const formatVersions: readonly FormatVersion[] = [
  { version: 1, schema: contentSchema1, upgrade: upgradeContent1 },
  { version: 2, schema: contentSchema },
];

const formatName = 'vastaanotto-vault';

/**
 * The same around every version. The checksum keeps an accident apart from a wrong password and from an attack:
 * after it matches, nothing inside can be mere damage. It protects from nobody who means harm.
 */
const envelopeSchema = z.strictObject({
  format: z.literal(formatName),
  version: z.int().min(0),
  checksum: z.string().regex(/^[0-9a-f]{64}$/),
  content: z.unknown(),
});

/** @throws VaultError `damaged`, `newer-version` or `hostile` */
export function parseVault(bytes: Uint8Array): VaultContent {
  const { version, content } = openEnvelope(bytes, formatVersions);
  const latest = contentSchema.parse(upgradeContent(version, content, formatVersions));
  checkCoherence(latest);
  return latest;
}

export function formatVault(content: VaultContent): Buffer {
  const version = latestOf(formatVersions);
  const envelope = { format: formatName, version, checksum: checksum(version, content), content };
  return Buffer.from(`${JSON.stringify(envelope, null, 2)}\n`, 'utf8');
}

/** Brings content of a known version to the latest one, step by step. @throws VaultError `hostile` */
export function upgradeContent(
  version: number,
  content: unknown,
  versions: readonly FormatVersion[],
): unknown {
  const from = versions.findIndex((known) => known.version === version);
  if (from < 0) throw damaged('unknown-version');
  return versions.slice(from).reduce((current, { schema, upgrade }) => {
    const parsed = schema.safeParse(current);
    if (!parsed.success) throw hostile(schemaReason(parsed.error));
    return upgrade ? upgrade(parsed.data as never) : parsed.data;
  }, content);
}

function openEnvelope(bytes: Uint8Array, versions: readonly FormatVersion[]) {
  const envelope = envelopeSchema.safeParse(parseJson(bytes));
  if (!envelope.success) throw damaged('envelope');
  const { version, content } = envelope.data;
  if (envelope.data.checksum !== checksum(version, content)) throw damaged('checksum');
  if (version > latestOf(versions)) throw new VaultError({ kind: 'newer-version', version });
  return { version, content };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw damaged('not-json');
  }
}

function checksum(version: number, content: unknown): string {
  try {
    return createHash('sha256').update(canonicalBytes('vault', { version, content })).digest('hex');
  } catch (error) {
    if (error instanceof RangeError) throw damaged('not-canonical');
    throw error;
  }
}

function latestOf(versions: readonly FormatVersion[]): number {
  return Math.max(...versions.map(({ version }) => version));
}

/** Names the worst: a file that asks for a hash beyond the bounds is told apart from any other odd file. */
function schemaReason(error: z.ZodError): string {
  return error.issues.some(({ path }) => path.includes('kdf')) ? 'kdf-parameters' : 'schema';
}
