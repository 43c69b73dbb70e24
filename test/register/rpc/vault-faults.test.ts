import { expect, test } from 'vitest';
import { faultOf } from '#main/register/rpc/faults.ts';
import { VaultError, type VaultFault } from '#main/register/vault/vault-error.ts';

type Kind = VaultFault['kind'];

/** One of every kind: a new one does not compile without a line here. */
const faults: { readonly [K in Kind]: Extract<VaultFault, { kind: K }> } = {
  'no-vault': { kind: 'no-vault' },
  'vault-exists': { kind: 'vault-exists' },
  damaged: { kind: 'damaged', reason: 'checksum' },
  'newer-version': { kind: 'newer-version', version: 9 },
  hostile: { kind: 'hostile', reason: 'roster-signature' },
  'wrong-credentials': { kind: 'wrong-credentials' },
  wait: { kind: 'wait', seconds: 5 },
  'weak-password': { kind: 'weak-password', hint: 'common' },
  'recovery-key-invalid': { kind: 'recovery-key-invalid', problem: 'checksum' },
  'choose-own-password': { kind: 'choose-own-password' },
  'same-password': { kind: 'same-password' },
  'name-taken': { kind: 'name-taken' },
  'not-found': { kind: 'not-found' },
  'last-administrator': { kind: 'last-administrator' },
  'last-manager': { kind: 'last-manager' },
  'own-account': { kind: 'own-account' },
  'own-role': { kind: 'own-role' },
  'changed-meanwhile': { kind: 'changed-meanwhile' },
  'not-administrator': { kind: 'not-administrator' },
};

test.each(Object.values(faults))(
  '$kind of the vault is told as something that a person can act on',
  (fault) => {
    const told = faultOf(new VaultError(fault), 'reference', () => undefined);
    expect(['rule-broken', 'forbidden', 'not-found', 'conflict']).toContain(told.kind);
  },
);

test('which part of a vault is wrong goes to the program’s log only', () => {
  const lines: string[] = [];
  const told = faultOf(new VaultError(faults.hostile), 'reference', (_level, message) => lines.push(message));
  expect(JSON.stringify(told)).not.toContain('roster-signature');
  expect(lines).toEqual(['reference vault hostile: roster-signature']);
});
