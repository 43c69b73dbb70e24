import { vaultPlace } from '#main/register/vault/vault-place.ts';

/** Begins one try at the door and never ends it: the test kills this process in the middle. */
const [folder = '', userId = ''] = process.argv.slice(2);
void vaultPlace(folder).door.attempt(userId, async () => {
  process.send?.('trying');
  return new Promise<undefined>(() => setInterval(() => undefined, 1000));
});
