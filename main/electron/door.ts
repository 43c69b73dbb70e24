import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { BackupFailure, ClosedDoor } from '#shared/desktop.ts';
import type { DraftForm } from '#shared/features/drafts/forms.ts';
import type { DoorReason, SignedIn } from '#shared/rpc/bridge.ts';
import type { OwnClipboard } from './clipboard.ts';
import { IdleLock } from './idle-lock.ts';
import type { Page } from './page.ts';
import type { RegisterKeeper } from './register-keeper.ts';

/** Milliseconds that unsaved forms have for becoming drafts. */
const keepingLimit = 500;

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
  #closed: ClosedDoor = { reason: null, at: null, userId: null, backupFailure: null, keptForm: null };
  #closing: Promise<void> | null = null;
  #onFormsKept: (form: DraftForm | null) => void = () => {};

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

  /** The page has kept its unsaved forms; nothing is left to wait for. */
  formsKept(form: DraftForm | null): void {
    this.#onFormsKept(form);
  }

  /**
   * Closes the register: unsaved forms kept, keys killed, page emptied, our text off the clipboard. Does nothing
   * when nobody is signed in. An idle lock empties the window at once but lets long work end before the kill.
   */
  async close(reason: DoorReason, backupFailure: BackupFailure | null = null): Promise<void> {
    if (this.#person === null) return;
    this.#closing ??= this.#close(this.#person, reason, backupFailure).finally(() => {
      this.#closing = null;
    });
    await this.#closing;
  }

  async #close({ userId }: SignedIn, reason: DoorReason, backupFailure: BackupFailure | null): Promise<void> {
    this.idle.stop();
    const keptForm = reason === 'register-stopped' ? null : await this.#keepForms();
    this.#person = null;
    this.#clientId = randomUUID();
    const at = new Date().toISOString();
    const isOver = reason === 'signed-out';
    this.#closed = isOver
      ? { reason, at, userId: null, backupFailure, keptForm: null }
      : { reason, at, userId, backupFailure, keptForm };
    this.#parts.page.tell({ type: 'door-closed', reason, at });
    await Promise.all([
      this.#parts.register.close(reason === 'idle' ? 'after-long-work' : 'at-once', reason),
      this.#parts.page.empty(),
      this.#parts.clipboard.clear(),
    ]);
  }

  /** The page blanks itself at this word. One that hangs keeps nobody's door open: the wait is short. */
  async #keepForms(): Promise<DraftForm | null> {
    const kept = new Promise<DraftForm | null>((resolve) => {
      this.#onFormsKept = resolve;
    });
    this.#parts.page.tell({ type: 'door-closing' });
    return Promise.race([kept, setTimeout(keepingLimit, null)]);
  }
}
