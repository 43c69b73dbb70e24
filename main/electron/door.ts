import { randomUUID } from 'node:crypto';
import type { BackupFailure, ClosedDoor } from '#shared/desktop.ts';
import type { DoorReason, SignedIn } from '#shared/rpc/bridge.ts';
import type { OwnClipboard } from './clipboard.ts';
import { IdleLock } from './idle-lock.ts';
import type { Page } from './page.ts';
import type { RegisterKeeper } from './register-keeper.ts';

interface Parts {
  page: Page;
  register: RegisterKeeper;
  clipboard: OwnClipboard;
}

/** Who is signed in at this window, and the one way in which that ends. */
export class Door {
  readonly idle: IdleLock;
  readonly #parts: Parts;
  /** Names the window to the register process. A new one after each closing: no session outlives it. */
  #clientId = randomUUID();
  #person: SignedIn | null = null;
  #closed: ClosedDoor = { reason: null, at: null, userId: null, backupFailure: null };

  constructor(parts: Parts) {
    this.#parts = parts;
    this.idle = new IdleLock({
      warn: (secondsLeft) => parts.page.tell({ type: 'idle-warning', secondsLeft }),
      warningOver: () => parts.page.tell({ type: 'idle-warning-over' }),
      lock: () => void this.close('idle'),
    });
  }

  get clientId(): string {
    return this.#clientId;
  }

  get person(): SignedIn | null {
    return this.#person;
  }

  get closed(): ClosedDoor {
    return this.#closed;
  }

  sessionChanged(clientId: string, person: SignedIn | null): void {
    if (clientId !== this.#clientId) return;
    this.#person = person;
    if (person === null) this.idle.stop();
    else this.idle.start(person.idleMinutes);
  }

  /**
   * Closes the register: keys killed, page emptied, our text off the clipboard. Does nothing when nobody is
   * signed in. An idle lock empties the window at once but lets long work end before the kill.
   */
  async close(reason: DoorReason, backupFailure: BackupFailure | null = null): Promise<void> {
    const person = this.#person;
    if (person === null) return;
    this.#person = null;
    this.#clientId = randomUUID();
    this.idle.stop();
    const at = new Date().toISOString();
    this.#closed = { reason, at, userId: reason === 'signed-out' ? null : person.userId, backupFailure };
    this.#parts.page.tell({ type: 'door-closed', reason, at });
    await Promise.all([
      this.#parts.register.close(reason === 'idle' ? 'after-long-work' : 'at-once'),
      this.#parts.page.empty(),
      this.#parts.clipboard.clear(),
    ]);
  }
}
