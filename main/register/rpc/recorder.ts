import type { ChainHead } from '../audit-chain/chain.ts';
import type { Queries } from '../database/database.ts';
import { type AuditEntry, type AuditWriter, auditWriter } from './audit-writer.ts';
import { Bursts } from './bursts.ts';
import { faultOf } from './faults.ts';
import type { Session } from './session.ts';
import type { Surroundings } from './surroundings.ts';

/** What a session does, without saying whose it is. */
export type Deed = Omit<AuditEntry, 'actor'>;

/** Puts what sessions do into their registers' logs; a look and its row keep the order in which they were. */
export class Recorder implements AuditWriter {
  readonly bursts: Bursts;
  readonly #writer: AuditWriter;

  constructor({ clock, newId, workstation, log }: Surroundings) {
    this.#writer = auditWriter({ clock, newId, workstation, bootId: newId() });
    this.bursts = new Bursts(
      clock,
      (session, deed) => this.#writeAlone(session, deed),
      (error) => faultOf(error, newId(), log),
    );
  }

  /** Inside the transaction of the deed itself. */
  write(tx: Queries, entry: AuditEntry): Promise<ChainHead> {
    return this.#writer.write(tx, entry);
  }

  /** In a transaction of its own, after the ends of the person's bursts. Durable when it returns. */
  async record(session: Session, deed: Deed): Promise<void> {
    await this.bursts.endOf(session);
    await this.#writeAlone(session, deed);
  }

  #writeAlone(session: Session, deed: Deed): Promise<ChainHead> {
    return session.register.database.write((tx) => this.write(tx, { actor: session.actor, ...deed }));
  }
}
