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
  actions: {
    customers: {
      card: 'Öppnade kundkortet',
      revealHetu: 'Såg personbeteckningen',
      register: 'Lade till kunden',
      edit: 'Ändrade uppgifter',
      forEditing: 'Öppnade uppgifterna för ändring',
      history: 'Såg uppgifternas ändringar',
    },
    visits: { ofCustomer: 'Såg besöken', log: 'Antecknade ett besök' },
    consents: {
      ofCustomer: 'Såg samtyckena',
      record: 'Antecknade ett samtycke eller förbud',
    },
    reports: { exportCustomer: 'Exporterade uppgifterna till en krypterad fil' },
    audit: { ofCustomer: 'Såg händelseloggen' },
  },
  details: {
    number: 'kundnummer {{number}}',
    exported: 'filen sparades',
    notExported: 'filen sparades inte',
  },
} as const satisfies Texts<typeof fi>;
