import { createHash } from 'node:crypto';
import {
  addUser,
  disableUser,
  enableUser,
  removeUser,
  renameUser,
  resetPassword,
  setHealthProfileGrant,
  setRoles,
} from '#main/register/vault/accounts.ts';
import { recordHead, signHead } from '#main/register/vault/audit-heads.ts';
import { rotateDatabaseKey } from '#main/register/vault/database-file.ts';
import { newKeySet } from '#main/register/vault/database-keys.ts';
import { minimumCost } from '#main/register/vault/kdf.ts';
import { chooseOwnPassword } from '#main/register/vault/own-password.ts';
import { renewRecoveryKey } from '#main/register/vault/recover.ts';
import { newRecoveryKey } from '#main/register/vault/recovery.ts';
import { unlock } from '#main/register/vault/unlock.ts';
import type { OpenVault } from '#main/register/vault/vault.ts';
import { vaultPlace } from '#main/register/vault/vault-place.ts';

/** Repeats one operation of an administrator without end; tells its parent when the first one begins. */
const [folder = '', operation = '', adminId = '', password = '', otherId = ''] = process.argv.slice(2);
const place = vaultPlace(folder, { chooseCost: async () => minimumCost });
let admin: OpenVault = await unlock(place, { userId: adminId }, password);

const operations: Record<string, (turn: number) => Promise<unknown>> = {
  async add(turn) {
    const { userId } = await addUser(place, admin, { name: `Person ${turn}`, roles: ['reception'] });
    await removeUser(place, admin, userId);
  },
  rename: (turn) => renameUser(place, admin, otherId, `Bo Påhitt ${turn}`),
  roles: (turn) => setRoles(place, admin, otherId, turn % 2 === 0 ? ['reception'] : ['admin']),
  grant: (turn) => setHealthProfileGrant(place, admin, otherId, turn % 2 === 0),
  async disable() {
    await disableUser(place, admin, otherId);
    await enableUser(place, admin, otherId);
  },
  async reset() {
    const { oneTimePassphrase } = await resetPassword(place, admin, otherId);
    await chooseOwnPassword(place, { userId: otherId }, oneTimePassphrase, password);
  },
  async rotate() {
    const keySet = newKeySet();
    // So that the parent can tell whether file and key belong together.
    const databaseFile = `register-${keySet.database.slice(0, 16)}.db`;
    ({ open: admin } = await rotateDatabaseKey(place, admin, { databaseFile, newKeySet: keySet }));
  },
  'renew-recovery-key': () => renewRecoveryKey(place, admin, newRecoveryKey()),
  'record-head': (turn) => {
    const hash = createHash('sha256').update(String(turn)).digest('hex');
    return recordHead(
      place,
      admin,
      signHead(admin, { sequence: turn + 1, hash, at: '2026-11-22T12:00:00.000Z' }),
    );
  },
};

for (let turn = 0; ; turn += 1) {
  if (turn === 0) process.send?.('begins');
  await operations[operation]?.(turn);
}
