import { ruleBroken } from '#shared/rpc/fault.ts';
import type { TypedGroup } from '#shared/values/recovery-groups.ts';
import { recoveryKeyGroups, sameRecoveryGroup } from '#shared/values/recovery-key.ts';
import { newRecoveryKey } from './vault/recovery.ts';

/** A recovery key that a person sees but that opens nothing yet. In memory only: gone when the process ends. */
export class ShownRecoveryKey {
  #key: string | null = null;

  /** The same groups until the key is used or dropped. */
  show(): string[] {
    this.#key ??= newRecoveryKey();
    return recoveryKeyGroups(this.#key);
  }

  /** @throws AppError `recovery-key-wrong` when none is shown */
  groups(): string[] {
    return recoveryKeyGroups(this.#demand());
  }

  /**
   * The key, when two of its groups came back from paper.
   * @throws AppError `recovery-groups-differ`, `recovery-key-wrong` when none is shown
   */
  typedBack(typed: readonly TypedGroup[]): string {
    const groups = this.groups();
    const wrong = typed.filter(({ number, text }) => !sameRecoveryGroup(text, groups[number - 1] ?? ''));
    const distinct = new Set(typed.map(({ number }) => number)).size;
    if (wrong.length > 0 || distinct < 2) {
      throw ruleBroken('recovery-groups-differ', { groups: wrong.map(({ number }) => number) });
    }
    return this.#demand();
  }

  drop(): void {
    this.#key = null;
  }

  #demand(): string {
    if (this.#key === null) throw ruleBroken('recovery-key-wrong', { problem: 'length' });
    return this.#key;
  }
}
