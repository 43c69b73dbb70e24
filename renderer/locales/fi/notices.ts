import type { NoticeKind } from '#shared/features/notices/notice.ts';

/** What the program tells a person until they have acknowledged it. */
export const notices = {
  acknowledge: 'Kuittaa luetuksi',
  more: '{{number}} / {{total}}',
  texts: {
    'recovery-key-used':
      '{{by}} avasi rekisterin palautusavaimella koneella {{workstation}}. Varmista, että se oli sovittu.',
    'recovery-key-renewed': '{{by}} teki uuden palautusavaimen. Vanha paperi ei enää avaa rekisteriä.',
    'database-key-changed':
      '{{by}} vaihtoi tietokannan avaimen. Vanhat varmuuskopiot avautuvat vain sen ajan salasanoilla.',
    'audit-head-missing':
      'Lokista puuttuu rivi {{sequence}}, jonka {{signer}} allekirjoitti {{date}} klo {{time}}. Lokia on voitu lyhentää tai tilalle on tuotu vanhempi tiedosto. Tarkista lokiketju (Tapahtumaloki, F5) ja kerro pääkäyttäjälle.',
    'health-profile-granted':
      '{{by}} kirjasi, että annoit käyttäjälle {{person}} oikeuden terveysprofiiliin. Jos et päättänyt niin, kerro siitä heti.',
    'health-profile-withdrawn':
      '{{by}} kirjasi, että poistit käyttäjältä {{person}} oikeuden terveysprofiiliin. Jos et päättänyt niin, kerro siitä heti.',
    'health-profile-own':
      '{{person}} antoi oikeuden terveysprofiiliin itselleen {{date}}, kun rekisterissä ei ollut muita käyttäjiä. Päätä toimistopäällikkönä, jääkö oikeus voimaan.',
    'account-disabled': '{{by}} sulki käyttäjän {{person}} tunnuksen.',
    'account-enabled': '{{by}} avasi käyttäjän {{person}} tunnuksen.',
    'account-removed': '{{by}} poisti käyttäjän {{person}}.',
    'own-account-enabled': '{{by}} avasi tunnuksesi, joka oli suljettu.',
    'name-changed': '{{by}} vaihtoi nimesi. Kirjaudut nyt nimellä {{name}}.',
    'roles-changed': '{{by}} muutti oikeuksiasi.',
    'password-reset':
      '{{by}} antoi tunnuksellesi kertasalasanan. Jos et pyytänyt sitä, kerro siitä toimistopäällikölle.',
  } satisfies Record<NoticeKind, string>,
} as const;
