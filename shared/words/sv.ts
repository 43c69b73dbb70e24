import type { Words } from './fi.ts';

export const words = {
  roles: { reception: 'mottagning', manager: 'kontorschef', admin: 'administratör' },
  languages: { fi: 'finska', sv: 'svenska', en: 'engelska' },
  sexes: { female: 'kvinna', male: 'man', other: 'annat', undisclosed: 'vill inte uppge' },
  sources: {
    customer: 'kunden själv',
    guardian: 'vårdnadshavare',
    referral: 'remitterande part',
    employer: 'arbetsgivare',
    'population-register': 'befolkningsdatasystemet',
  },
  purposes: {
    'direct-marketing': 'Direktmarknadsföring',
    'customer-surveys': 'Kundenkäter',
    'market-research': 'Marknadsundersökningar',
    'opinion-polls': 'Opinionsundersökningar',
    'health-profile': 'Hälsoprofil',
  },
  channels: { email: 'e-post', sms: 'textmeddelande', phone: 'samtal', post: 'brev' },
  ways: {
    orally: 'muntligt i mottagningen',
    phone: 'per telefon',
    form: 'på blankett',
    letter: 'per brev eller e-post',
  },
  acts: {
    given: 'Gav sitt samtycke',
    refused: 'Gav inte sitt samtycke',
    withdrawn: 'Återkallade samtycket',
    prohibited: 'Förbjöd',
    'prohibition-withdrawn': 'Återkallade förbudet',
  },
  states: {
    given: 'samtycke',
    expiring: 'samtycket går ut',
    'old-wording': 'samtycke, gammal ordalydelse',
    expired: 'samtycket har gått ut',
    refused: 'inget samtycke',
    withdrawn: 'återkallat',
    'not-asked': 'inte tillfrågad',
    prohibited: 'förbud',
    allowed: 'tillåtet utan samtycke',
  },
} satisfies Words;
