import type { Generated } from 'kysely';
import type { GiverRole } from '#shared/features/consents/giver.ts';
import type { AnswerWay, Channel, ConsentAct, Purpose } from '#shared/features/consents/purposes.ts';
import type { Language } from '#shared/values/language.ts';
import { type ColumnMap, type PersonalColumn, technical } from '../../database/personal-data.ts';

/** A version of the text that customers answer for one purpose. Append-only. */
export interface WordingsTable {
  id: string;
  purpose: Purpose;
  version: number;
  /** Calendar months that a consent to this version lasts; NULL = until withdrawn. */
  valid_months: number | null;
  published_at: string;
  published_by: string;
  published_by_name: string;
}

export interface WordingTextsTable {
  wording_id: string;
  language: Language;
  text: string;
}

/** What a customer said, once and for all. Append-only, in the order of `sequence`. */
export interface ConsentEventsTable {
  sequence: Generated<number>;
  id: string;
  customer_id: string;
  purpose: Purpose;
  act: ConsentAct;
  wording_id: string | null;
  /** In which language the customer heard or read the question. */
  language: Language;
  way: AnswerWay;
  note: string | null;
  /** What was sold when the contact was got: the ground of the customer exception. NULL for other acts. */
  sold: string | null;
  /** The entry that this one takes back; NULL unless the act is `undone`. */
  undoes: string | null;
  /** Last valid day that was told when a consent was given; NULL = until withdrawn, or not a consent. */
  valid_until: string | null;
  /** Who gave the answer. NULL when nothing tells it: before it was asked, and when a mistake is taken back. */
  given_by: GiverRole | null;
  /** The name of whoever answered for the customer, as it was then; NULL when the customer answered. */
  given_by_name: string | null;
  /** The guardian, when the guardian is a customer. */
  given_by_id: string | null;
  recorded_at: string;
  recorded_by: string;
  recorded_by_name: string;
}

/** No rows for a purpose without channels. */
export interface ConsentEventChannelsTable {
  event_id: string;
  channel: Channel;
}

/**
 * What the history says now of each purpose and channel, so that lists need not read it. Written in the transaction that
 * adds to the history, and never anywhere else; a trigger copies it into the customer's row of the search. No row:
 * nothing was ever said.
 */
export interface ConsentStatesTable {
  customer_id: string;
  /** JSON that only `folded-states.ts` writes and reads. */
  slots: string;
}

export interface ConsentTables {
  wordings: WordingsTable;
  wording_texts: WordingTextsTable;
  consent_events: ConsentEventsTable;
  consent_event_channels: ConsentEventChannelsTable;
  consent_states: ConsentStatesTable;
}

/** Consent must be demonstrable (GDPR Art. 7(1)); a prohibition must be kept to be obeyed (Art. 21(3)). */
function proof(what: string, source = 'The customer'): PersonalColumn {
  return {
    purpose: `Showing what the customer allowed and prohibited: ${what}`,
    basis: 'legal-obligation',
    retention: 'As long as the person is a customer, and three years after',
    source,
    recipients: 'The customer on request; supervisory authority on request',
  };
}

const finding: PersonalColumn = {
  purpose: 'Obeying consents and prohibitions in lists; made from the history',
  basis: 'legal-obligation',
  retention: 'As long as the person is a customer, and three years after',
  source: 'The entries of the history',
  recipients: 'none',
};

const recorded = 'Recorded by the register when a staff member acts';

const publisher: PersonalColumn = {
  purpose: 'Showing who took a wording into use',
  basis: 'legal-obligation',
  retention: 'As long as a consent to the wording is kept',
  source: recorded,
  recipients: 'Supervisory authority on request',
};

export const columns = {
  wordings: {
    id: technical('Identifies the version'),
    purpose: technical("The clinic's own text"),
    version: technical("The clinic's own text"),
    valid_months: technical("The clinic's own rule"),
    published_at: technical('When the version was taken into use'),
    published_by: publisher,
    published_by_name: publisher,
  },
  wording_texts: {
    wording_id: technical('Points to the version'),
    language: technical("The clinic's own text"),
    text: technical("The clinic's own text"),
  },
  consent_events: {
    sequence: technical('Order of the history'),
    id: technical('Identifies the entry'),
    customer_id: proof('whose answer it is'),
    purpose: proof('what was asked or prohibited'),
    act: proof('the answer'),
    wording_id: proof('the exact text that was answered'),
    language: proof('the language of the text'),
    way: proof('how the answer was given'),
    note: proof('what was said besides', 'The customer or the staff member who recorded it'),
    sold: proof('what was sold when the contact was got', 'The staff member who recorded it'),
    undoes: proof('which entry was recorded by mistake', recorded),
    valid_until: proof('how long the consent lasts', 'The wording that was answered'),
    given_by: proof('who gave the answer', 'The customer, or who answered for the customer'),
    given_by_name: proof('the name of who answered for the customer', 'Who answered for the customer'),
    given_by_id: proof('which customer is the guardian who answered', 'The guardian link of the customer'),
    recorded_at: proof('the time', recorded),
    recorded_by: proof('the staff member', recorded),
    recorded_by_name: proof('the name of the staff member at the time', recorded),
  },
  consent_event_channels: {
    event_id: technical('Points to the entry'),
    channel: proof('the channels that the answer covers'),
  },
  consent_states: {
    customer_id: finding,
    slots: finding,
  },
} satisfies ColumnMap<ConsentTables>;
