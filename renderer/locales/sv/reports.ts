import type { reports as fi } from '../fi/reports.ts';
import type { Texts } from '../texts.ts';

/** Texts of the feature `reports`. */
export const reports = {
  export: {
    action: 'Exportera…',
    title: 'Exportera uppgifterna till en krypterad fil',
    about: '{{name}}, kund {{number}}. Filen är svaret på kundens egen begäran om uppgifter.',
    contents: 'Filen innehåller alla uppgifter oförändrade:',
    parts: {
      details: 'grunduppgifter, kontaktuppgifter och hela personbeteckningen',
      visits: 'besök, köp och anteckningar',
      consents: 'samtycken och förbud med alla ändringar',
      audit: 'vem som har sett eller ändrat uppgifterna',
    },
    forms: 'Samma innehåll finns som PDF på kundens språk och som maskinläsbar JSON-fil.',
    secrecy: 'Paketet krypteras (AES-256). Lösenordet visas en gång. Exporten antecknas i händelseloggen.',
    start: 'Välj plats och exportera…',
    waiting: 'Uppgifterna samlas in. Välj en plats för filen.',
    stages: {
      'report-print': 'PDF-rapporten görs',
      'report-pack': 'Paketet krypteras',
      'report-save': 'Sparas',
    },
    progress: 'steg {{done}} / {{total}}',
    notSaved: 'Ingen plats valdes. Filen sparades inte.',
    savedTitle: 'Uppgifterna har exporterats',
    file: 'Fil',
    passphrase: 'Lösenord',
    copy: 'Kopiera lösenordet',
    tell: 'Berätta lösenordet per telefon. Skicka det inte i samma meddelande eller brev som filen.',
    once: 'Lösenordet visas inte igen och har inte sparats någonstans.',
    done: 'Lösenordet är i tryggt förvar, stäng',
  },
} as const satisfies Texts<typeof fi>;
