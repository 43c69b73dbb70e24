import { chooseOwnPassword } from '#main/register/vault/own-password.ts';
import { readVault, unlock } from '#main/register/vault/unlock.ts';
import type { OpenVault } from '#main/register/vault/vault.ts';
import { type VaultPlace, vaultPlace } from '#main/register/vault/vault-place.ts';
import { type Person, people, testPassword } from '../people.ts';
import { otherPassword } from './texts.ts';

/** What people's passwords may be, whatever inputs have done to them. */
export const passwords = [testPassword, otherPassword];

/** Ways into a register whose people are being renamed, reset and removed: somebody always has one. */
export class WaysIn {
  readonly #passphrases = new Map<string, string>();
  readonly #folder: string;
  readonly #place: VaultPlace;

  constructor(folder: string) {
    this.#folder = folder;
    let later = 0;
    // Each look at the clock is an hour later: the door's delays are not what is tried here.
    this.#place = vaultPlace(folder, { monotonic: () => (later += 3_600_000) });
  }

  get place(): VaultPlace {
    return this.#place;
  }

  /** Remembers a one-time passphrase that an answer has shown. */
  learn(answer: unknown): void {
    const { userId, oneTimePassphrase } = (answer ?? {}) as Partial<Record<string, unknown>>;
    if (typeof userId !== 'string' || typeof oneTimePassphrase !== 'string') return;
    this.#passphrases.set(userId, oneTimePassphrase);
  }

  /** The ids of the people of the tests, who may be called something else later. */
  async idsOfPeople(): Promise<Map<Person, string>> {
    const { users } = await readVault(this.#folder);
    const names = Object.entries(people) as [Person, { name: string }][];
    return new Map(
      names.map(([person, { name }]) => [person, users.find((user) => user.name === name)?.id ?? '']),
    );
  }

  /** The register as anybody opens it who still can. @throws Error when nobody can */
  async open(): Promise<OpenVault> {
    const { users } = await readVault(this.#folder);
    for (const { id } of users) {
      const vault = (await this.#byPassword(id)) ?? (await this.#byPassphrase(id));
      if (vault) return vault;
    }
    throw new Error('nobody can sign in any more');
  }

  async #byPassword(userId: string): Promise<OpenVault | null> {
    for (const password of passwords) {
      const vault = await unlock(this.#place, { userId }, password).catch(() => null);
      if (vault) return vault;
    }
    return null;
  }

  async #byPassphrase(userId: string): Promise<OpenVault | null> {
    const passphrase = this.#passphrases.get(userId);
    if (passphrase === undefined) return null;
    return chooseOwnPassword(this.#place, { userId }, passphrase, testPassword).catch(() => null);
  }
}
