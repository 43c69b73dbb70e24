import type { keys as fi } from '../fi/keys.ts';
import type { Texts } from '../texts.ts';

export const keys = {
  title: 'Registrets nycklar',
  onlyAdministrators: 'Nycklarna byts av administratören.',
  rotate: {
    action: 'Byt databasens nyckel…',
    note: 'Byt nyckel när någon slutar eller när datorn eller en kopia kan ha hamnat i fel händer.',
    title: 'Byt databasens nyckel',
    afterLeaving:
      'Kontot {{name}} öppnar inte längre programmet. Nyckelbytet gör att inte heller en gammal kopia hjälper.',
    what: 'Databasen skrivs om med en ny nyckel. De andras lösenord förblir desamma.',
    backups:
      'Tidigare säkerhetskopior öppnas fortfarande med den tidens lösenord, också den som slutat. Förvara dem inlåsta eller förstör dem.',
    room: 'Disken måste ha plats för en lika stor fil till. Du kan avbryta tills den nya filen tas i bruk.',
    start: 'Byt nyckel',
    later: 'Byt senare',
    waiting: 'Startar…',
    stages: {
      'rotate-copy': 'Skriver databasen med den nya nyckeln',
      'rotate-verify': 'Kontrollerar den nya filen',
    },
    progress: '{{percent}}\u00a0%',
    stopped: 'Bytet avbröts. Den gamla nyckeln gäller och ingenting har ändrats.',
    failed: 'Nyckeln byttes inte. Den gamla nyckeln gäller.',
    doneTitle: 'Nyckeln är bytt',
    done: 'Den nya filen är kontrollerad och den gamla är borttagen från den här datorn.',
    doneBackup: 'Gör ännu en säkerhetskopia, så är den senaste kopian bakom den nya nyckeln.',
  },
  recovery: {
    action: 'Gör en ny återställningsnyckel…',
    note: 'Återställningsnyckeln öppnar databasen om alla lösenord går förlorade. Gör en ny om papperet är borta eller någon kan ha sett det.',
    title: 'Ny återställningsnyckel',
    lead: 'Den gamla nyckeln gäller tills du har skrivit två grupper från papperet. Den nya visas bara den här gången.',
    making: 'Gör nyckeln…',
    submit: 'Ta den nya nyckeln i bruk',
    working: 'Tas i bruk…',
    notYet: 'Nyckeln är ännu inte utskriven eller avskriven.',
    done: 'Den nya återställningsnyckeln gäller. Förstör det gamla papperet.',
  },
} satisfies Texts<typeof fi>;
