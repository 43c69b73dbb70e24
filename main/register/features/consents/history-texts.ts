import type { Language } from '#shared/values/language.ts';

interface HistoryTexts {
  title: string;
  /** Before the customer's name, the number and the day of printing. */
  customer: string;
  number: string;
  printed: string;
  lead: string;
  nothing: string;
  columns: { at: string; what: string; channels: string; way: string; wording: string; by: string };
  allChannels: string;
  version: string;
  /** In place of `{date}` the last day of a consent that ends by itself. */
  validUntil: string;
  note: string;
  sold: string;
  takenBack: string;
  /** How the customer withdraws or forbids. */
  rights: string;
}

export const historyTexts: Record<Language, HistoryTexts> = {
  fi: {
    title: 'Suostumukset ja kiellot',
    customer: 'Asiakas',
    number: 'Asiakasnumero',
    printed: 'Tulostettu',
    lead: 'Kaikki, mitä olette sallineet ja kieltäneet, uusin ensin.',
    nothing: 'Rekisterissä ei ole suostumuksia eikä kieltoja.',
    columns: {
      at: 'Aika',
      what: 'Mitä',
      channels: 'Kanavat',
      way: 'Miten',
      wording: 'Sanamuoto',
      by: 'Kirjasi',
    },
    allChannels: 'kaikki kanavat',
    version: 'versio',
    validUntil: 'voimassa {date} asti',
    note: 'Lisätieto',
    sold: 'Myyty',
    takenBack: 'Kirjaus on kumottu virheenä.',
    rights:
      'Voitte perua suostumuksen tai kieltää markkinoinnin milloin tahansa, myös suullisesti. Se on yhtä helppoa kuin suostumuksen antaminen.',
  },
  sv: {
    title: 'Samtycken och förbud',
    customer: 'Kund',
    number: 'Kundnummer',
    printed: 'Utskrivet',
    lead: 'Allt som ni har tillåtit och förbjudit, det nyaste först.',
    nothing: 'Det finns inga samtycken eller förbud i registret.',
    columns: {
      at: 'Tid',
      what: 'Vad',
      channels: 'Kanaler',
      way: 'Hur',
      wording: 'Ordalydelse',
      by: 'Antecknad av',
    },
    allChannels: 'alla kanaler',
    version: 'version',
    validUntil: 'gäller till och med {date}',
    note: 'Tilläggsuppgift',
    sold: 'Sålt',
    takenBack: 'Anteckningen har tagits tillbaka som felaktig.',
    rights:
      'Ni kan återkalla ett samtycke eller förbjuda marknadsföring när som helst, också muntligt. Det är lika lätt som att ge samtycke.',
  },
  en: {
    title: 'Consents and prohibitions',
    customer: 'Customer',
    number: 'Customer number',
    printed: 'Printed',
    lead: 'All that you have allowed and prohibited, the newest first.',
    nothing: 'The register holds no consents or prohibitions.',
    columns: {
      at: 'Time',
      what: 'What',
      channels: 'Channels',
      way: 'How',
      wording: 'Wording',
      by: 'Recorded by',
    },
    allChannels: 'all channels',
    version: 'version',
    validUntil: 'valid until {date}',
    note: 'Further information',
    sold: 'Sold',
    takenBack: 'The entry was taken back as a mistake.',
    rights:
      'You can withdraw a consent or prohibit marketing at any time, also orally. It is as easy as giving a consent.',
  },
};
