import { actions } from '#shared/words/actions/sv.ts';
import type { audit as fi } from '../fi/audit.ts';
import type { Texts } from '../texts.ts';

/** Texts of the feature `audit`. */
export const audit = {
  title: 'Händelselogg',
  loading: 'Hämtar händelser',
  lead: 'Vem som har sett eller ändrat kundens uppgifter. Rader kan inte ändras eller raderas.',
  at: 'Tid',
  by: 'Användare',
  action: 'Händelse',
  detail: 'Närmare',
  outcome: 'Resultat',
  more: 'Visa fler',
  loadingMore: 'Hämtar fler…',
  empty: { title: 'Inga händelser ännu', text: 'Varje visning och ändring kommer hit.' },
  outcomes: {
    done: 'lyckades',
    started: 'påbörjad',
    failed: 'misslyckades',
    refused: 'nekad',
    cancelled: 'avbruten',
  },
  actions,
  details: {
    number: 'kundnummer {{number}}',
    exported: 'filen sparades',
    notExported: 'filen sparades inte',
  },
} as const satisfies Texts<typeof fi>;
