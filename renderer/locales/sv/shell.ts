import type { DraftForm } from '#shared/features/drafts/forms.ts';

import type { shell as fi } from '../fi/shell.ts';
import type { Texts } from '../texts.ts';

export const shell = {
  skip: 'Gå till innehållet',
  mainMenu: 'Huvudmeny',
  tabs: {
    customers: 'Kunder',
    visits: 'Besök',
    wordings: 'Ordalydelser',
    audit: 'Händelselogg',
    users: 'Användare',
    settings: 'Inställningar',
  },
  lock: 'Lås',
  account: 'Egen meny',
  signOut: 'Logga ut',
  signingOut: 'Säkerhetskopierar och loggar ut…',
  keys: {
    all: 'Alla tangenter',
    search: 'Sök',
    newCustomer: 'Ny kund',
    title: 'Alla tangenter',
    here: 'I den här vyn',
    everywhere: 'Överallt',
    tab: 'Fliken {{name}}',
    lock: 'Lås genast',
    close: 'Stäng eller avbryt',
  },
  status: {
    encrypted: 'Databasen krypterad',
    backupToday: 'Säkerhetskopia kl. {{time}}',
    backupOn: 'Säkerhetskopia {{date}} kl. {{time}}',
    backupNone: 'Ingen säkerhetskopia har gjorts',
    backupNoPlace: 'Plats för säkerhetskopior saknas',
    backupFailed: 'Säkerhetskopian misslyckades: {{reason}}',
    locksIn: 'Låses om <b>{{minutes}}\u00a0min</b>',
  },
  backupReasons: {
    'place-missing': 'mappen hittas inte',
    unwritable: 'det går inte att skriva i mappen',
    full: 'disken är full',
    unverified: 'kopian kunde inte öppnas vid kontrollen',
    stopped: 'kopieringen avbröts',
    other: 'orsaken är inte känd',
  },
  alerts: {
    label: 'Påpekanden',
    noBackupPlace: 'Säkerhetskopian har ingen plats. Om den här disken går sönder försvinner registret.',
    choosePlace: 'Välj mapp…',
    backupFailed: 'Den senaste säkerhetskopian misslyckades, {{reason}}.',
    backupAgain: 'Säkerhetskopiera',
    askManager: 'Berätta för kontorschefen.',
  },
  idle: {
    title: 'Låses om {{seconds}}\u00a0s',
    text: 'Rör musen eller tryck på en tangent om du fortsätter. Ett ofärdigt formulär bevaras krypterat.',
  },
  drafts: {
    title: 'Blev på hälft: {{form}}',
    forms: {
      'customers.register': 'ny kund',
      'customers.edit': 'ändring av uppgifter',
      'visits.log': 'besöksanteckning',
      'consents.record': 'samtyckesanteckning',
      'consents.publishWording': 'ny ordalydelse',
    } satisfies Record<DraftForm, string>,
    others_one: 'dessutom ett annat formulär',
    others_other: 'dessutom {{count}} andra formulär',
    continue: 'Fortsätt',
    discard: 'Kasta',
    discardTitle: 'Kasta det ofärdiga formuläret?',
    discardText: 'Det du har skrivit försvinner och kan inte fås tillbaka.',
    discardConfirm: 'Kasta uppgifterna',
    discardCancel: 'Behåll',
    kept: 'Utkast sparat krypterat {{time}}',
  },
  hints: {
    label: 'Tips',
    find: 'Skriv början av namnet i sökfältet och öppna kortet med <key>Enter</key>. Sökningen nås alltid med <key>F2</key>.',
    visit:
      '<key>F4</key> registrerar ett besök: tryck på tjänstens nummer och spara med <key>Ctrl</key> <key>Enter</key>.',
    consent:
      '<key>F6</key> registrerar vad kunden samtycker till och vad kunden förbjuder. Alla tangenter visas med <key>F1</key>.',
    close: 'Uppfattat',
  },
  toasts: 'Meddelanden',
  broken: {
    title: 'Vyn kunde inte öppnas',
    text: 'Sparade uppgifter är i säkerhet. Öppna vyn på nytt. Om felet upprepas, lås programmet och logga in igen.',
    again: 'Öppna på nytt',
  },
  notFound: { title: 'Vyn finns inte', text: 'Välj en flik i överkanten.' },
} satisfies Texts<typeof fi>;
