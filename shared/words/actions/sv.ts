import type { ActionWords } from './fi.ts';

export const actions: ActionWords = {
  auth: {
    createRegister: 'Grundade registret',
    unlock: 'Loggade in',
    recover: 'Öppnade registret med återställningsnyckeln',
    changePassword: 'Bytte sitt eget lösenord',
    lock: 'Låste',
    signOut: 'Loggade ut',
  },
  customers: {
    search: 'Sökte kunder',
    similar: 'Jämförde med liknande kunder',
    card: 'Öppnade kundkortet',
    revealHetu: 'Såg personbeteckningen',
    register: 'Lade till kunden',
    edit: 'Ändrade uppgifter',
    forEditing: 'Öppnade uppgifterna för ändring',
    history: 'Såg uppgifternas ändringar',
  },
  visits: {
    ofCustomer: 'Såg besöken',
    log: 'Antecknade ett besök',
    addPractitioner: 'Lade till en medarbetare',
  },
  consents: {
    ofCustomer: 'Såg samtyckena',
    record: 'Antecknade ett samtycke eller förbud',
    publishWording: 'Tog en ny ordalydelse i bruk',
  },
  reports: { exportCustomer: 'Exporterade uppgifterna till en krypterad fil' },
  audit: {
    ofCustomer: 'Såg kundens händelselogg',
    list: 'Såg händelseloggen',
    values: 'Såg händelsens uppgifter',
    setRules: 'Ändrade övervakningens regler',
    resolve: 'Markerade en händelse som utredd',
    exportList: 'Exporterade loggen till en krypterad fil',
    verify: 'Kontrollerade loggkedjan',
    headMissing: 'En undertecknad punkt i loggen saknades',
  },
  drafts: { open: 'Fortsatte med ett ofärdigt formulär' },
  backup: { choosePlace: 'Valde plats för säkerhetskopior', run: 'Gjorde en säkerhetskopia' },
  notices: { acknowledge: 'Kvitterade ett meddelande' },
  keys: { rotate: 'Bytte databasens nyckel' },
};
