import type { notices as fi } from '../fi/notices.ts';
import type { Texts } from '../texts.ts';

export const notices: Texts<typeof fi> = {
  acknowledge: 'Kvittera som läst',
  more: '{{number}} / {{total}}',
  texts: {
    'recovery-key-used':
      '{{by}} öppnade registret med återställningsnyckeln på datorn {{workstation}}. Kontrollera att det var avtalat.',
    'recovery-key-renewed':
      '{{by}} skapade en ny återställningsnyckel. Det gamla papperet öppnar inte längre registret.',
    'database-key-changed':
      '{{by}} bytte databasens nyckel. Gamla säkerhetskopior öppnas bara med den tidens lösenord.',
    'audit-head-missing':
      'I loggen saknas rad {{sequence}}, som {{signer}} undertecknade {{date}} kl. {{time}}. Loggen kan ha kortats av eller ersatts med en äldre fil. Kontrollera loggkedjan (Händelselogg, F5) och meddela administratören.',
    'health-profile-granted':
      '{{by}} har antecknat att du gav {{person}} rätt till hälsoprofilen. Säg genast till om du inte har beslutat det.',
    'health-profile-withdrawn':
      '{{by}} har antecknat att du drog in rätten till hälsoprofilen för {{person}}. Säg genast till om du inte har beslutat det.',
    'health-profile-own':
      '{{person}} gav sig själv rätt till hälsoprofilen {{date}}, när registret inte hade några andra användare. Du beslutar som kontorschef om rätten ska gälla.',
    'account-disabled': '{{by}} stängde kontot för {{person}}.',
    'account-enabled': '{{by}} öppnade kontot för {{person}}.',
    'account-removed': '{{by}} tog bort användaren {{person}}.',
    'own-account-enabled': '{{by}} öppnade ditt konto, som hade varit stängt.',
    'name-changed': '{{by}} ändrade ditt namn. Du loggar nu in med namnet {{name}}.',
    'roles-changed': '{{by}} ändrade dina rättigheter.',
    'password-reset':
      '{{by}} gav ditt konto ett engångslösenord. Om du inte bad om det, berätta för kontorschefen.',
  },
};
