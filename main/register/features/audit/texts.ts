import type { outcomes } from '#shared/features/audit/log.ts';
import type { Reason } from '#shared/features/audit/unusual.ts';
import type { Language } from '#shared/values/language.ts';
import { actions as en } from '#shared/words/actions/en.ts';
import { type ActionWords, actions as fi } from '#shared/words/actions/fi.ts';
import { actions as sv } from '#shared/words/actions/sv.ts';
import { words as enWords } from '#shared/words/en.ts';
import { words as fiWords, type Words } from '#shared/words/fi.ts';
import { words as svWords } from '#shared/words/sv.ts';

interface ExportTexts {
  readonly columns: readonly string[];
  readonly outcomes: Readonly<Record<(typeof outcomes)[number], string>>;
  readonly actions: ActionWords;
  readonly words: Words;
  reason(reason: Reason): string;
}

/** What the exported log says, in the language of the person who exports it. */
export const exportTexts: Readonly<Record<Language, ExportTexts>> = {
  fi: {
    columns: [
      'Numero',
      'Aika (UTC)',
      'Aika Suomessa',
      'Käyttäjä',
      'Roolit',
      'Tapahtuma',
      'Tapahtuman tunnus',
      'Tulos',
      'Asiakasnumero',
      'Asiakas',
      'Työasema',
      'Tarkenne',
      'Poikkeava',
      'Selvitys',
      'Tiiviste',
    ],
    outcomes: {
      done: 'onnistui',
      started: 'aloitettu',
      failed: 'epäonnistui',
      refused: 'estetty',
      cancelled: 'keskeytetty',
    },
    actions: fi,
    words: fiWords,
    reason: (reason) =>
      inWords(reason, {
        ownFamilyName: 'oma sukunimi',
        manyCards: (cards, minutes) => `${cards} korttia ${minutes} minuutissa ilman käyntiä`,
        manyCardsInDay: (cards) => `${cards} korttia päivässä ilman käyntiä`,
        outsideHours: 'aukioloajan ulkopuolella',
      }),
  },
  sv: {
    columns: [
      'Nummer',
      'Tid (UTC)',
      'Tid i Finland',
      'Användare',
      'Roller',
      'Händelse',
      'Händelsens kod',
      'Resultat',
      'Kundnummer',
      'Kund',
      'Arbetsstation',
      'Närmare',
      'Avvikande',
      'Utredning',
      'Hashvärde',
    ],
    outcomes: {
      done: 'lyckades',
      started: 'påbörjad',
      failed: 'misslyckades',
      refused: 'nekad',
      cancelled: 'avbruten',
    },
    actions: sv,
    words: svWords,
    reason: (reason) =>
      inWords(reason, {
        ownFamilyName: 'eget släktnamn',
        manyCards: (cards, minutes) => `${cards} kort på ${minutes} minuter utan besök`,
        manyCardsInDay: (cards) => `${cards} kort på en dag utan besök`,
        outsideHours: 'utanför öppettiderna',
      }),
  },
  en: {
    columns: [
      'Number',
      'Time (UTC)',
      'Time in Finland',
      'User',
      'Roles',
      'Event',
      'Event code',
      'Outcome',
      'Customer number',
      'Customer',
      'Workstation',
      'Details',
      'Unusual',
      'Explanation',
      'Hash',
    ],
    outcomes: {
      done: 'done',
      started: 'started',
      failed: 'failed',
      refused: 'refused',
      cancelled: 'stopped',
    },
    actions: en,
    words: enWords,
    reason: (reason) =>
      inWords(reason, {
        ownFamilyName: 'own family name',
        manyCards: (cards, minutes) => `${cards} cards in ${minutes} minutes without a visit`,
        manyCardsInDay: (cards) => `${cards} cards in a day without a visit`,
        outsideHours: 'outside opening hours',
      }),
  },
};

interface ReasonWords {
  readonly ownFamilyName: string;
  readonly outsideHours: string;
  manyCards(cards: number, minutes: number): string;
  manyCardsInDay(cards: number): string;
}

function inWords(reason: Reason, words: ReasonWords): string {
  switch (reason.rule) {
    case 'own-family-name':
      return words.ownFamilyName;
    case 'many-cards':
      return words.manyCards(reason.cards, reason.minutes);
    case 'many-cards-in-day':
      return words.manyCardsInDay(reason.cards);
    case 'outside-hours':
      return words.outsideHours;
  }
}
