import type { GiverRole } from '#shared/features/consents/giver.ts';
import type {
  AnswerWay,
  Channel,
  ConsentAct,
  ConsentState,
  Purpose,
} from '#shared/features/consents/purposes.ts';
import type { Sex, Source } from '#shared/features/customers/contract.ts';
import type { AddressKind, CreditResult, NameKind, ShownRecord } from '#shared/features/customers/records.ts';
import type { PaymentMethod, VisitKind } from '#shared/features/visits/kinds.ts';
import type { Language } from '#shared/values/language.ts';
import type { Role } from '#shared/values/roles.ts';

/** The names of the register's own values, the same on every screen and in every report. */
export const words = {
  roles: {
    reception: 'vastaanotto',
    manager: 'toimistopäällikkö',
    admin: 'pääkäyttäjä',
  } satisfies Record<Role, string>,
  languages: { fi: 'suomi', sv: 'ruotsi', en: 'englanti' } satisfies Record<Language, string>,
  sexes: {
    female: 'nainen',
    male: 'mies',
    other: 'muu',
    undisclosed: 'ei halua kertoa',
  } satisfies Record<Sex, string>,
  sources: {
    customer: 'asiakas itse',
    guardian: 'huoltaja',
    referral: 'lähete',
    employer: 'työnantaja',
    'population-register': 'väestötietojärjestelmä',
    relative: 'omainen',
    staff: 'henkilökunta',
    'credit-agency': 'luottotietoyhtiö',
    'online-shop': 'verkkokauppa',
    import: 'tuonti',
  } satisfies Record<Source, string>,
  addressKinds: {
    invoicing: 'Laskutusosoite',
    temporary: 'Tilapäinen osoite',
    former: 'Entinen osoite',
  } satisfies Record<AddressKind, string>,
  nameKinds: {
    former: 'Entinen nimi',
    other: 'Muu nimi',
  } satisfies Record<NameKind, string>,
  creditResults: {
    clear: 'ei merkintöjä',
    'payment-default': 'maksuhäiriömerkintä',
    unknown: 'henkilöä ei tunneta',
  } satisfies Record<CreditResult, string>,
  recordKinds: {
    address: 'Osoite',
    name: 'Nimi',
    note: 'Muistiinpano',
    'credit-check': 'Luottotiedot',
    guardian: 'Huoltaja',
    group: 'Ryhmä',
  } satisfies Record<ShownRecord['kind'], string>,
  purposes: {
    'direct-marketing': 'Suoramarkkinointi',
    'customer-surveys': 'Asiakaskyselyt',
    'market-research': 'Markkinatutkimukset',
    'opinion-polls': 'Mielipidetutkimukset',
    'health-profile': 'Terveysprofiili',
  } satisfies Record<Purpose, string>,
  channels: {
    email: 'sähköposti',
    sms: 'tekstiviesti',
    phone: 'puhelu',
    post: 'kirje',
  } satisfies Record<Channel, string>,
  ways: {
    orally: 'suullisesti vastaanotossa',
    phone: 'puhelimessa',
    form: 'lomakkeella',
    letter: 'kirjeellä tai sähköpostilla',
  } satisfies Record<AnswerWay, string>,
  /** As whom somebody gave an answer. */
  givers: {
    customer: 'asiakas itse',
    guardian: 'huoltaja',
    representative: 'edustaja',
  } satisfies Record<GiverRole, string>,
  giver: { by: 'Antoi', unknown: 'Antajaa ei ole kirjattu' },
  acts: {
    given: 'Antoi suostumuksen',
    refused: 'Ei antanut suostumusta',
    withdrawn: 'Perui suostumuksen',
    prohibited: 'Kielsi',
    'prohibition-withdrawn': 'Perui kiellon',
    'contact-at-sale': 'Yhteystieto saatu myynnissä',
    undone: 'Kumosi kirjauksen',
  } satisfies Record<ConsentAct, string>,
  states: {
    given: 'lupa',
    expiring: 'lupa vanhenee',
    'old-wording': 'lupa, vanha sanamuoto',
    expired: 'lupa vanhentunut',
    refused: 'ei lupaa',
    withdrawn: 'peruttu',
    'not-asked': 'ei kysytty',
    prohibited: 'kielto',
    allowed: 'sallittu ilman suostumusta',
    'customer-exception': 'sallittu asiakassuhteen perusteella',
  } satisfies Record<ConsentState, string>,
  visitKinds: {
    visit: 'Käynti',
    phone: 'Puhelu',
    email: 'Sähköposti',
    online: 'Verkkokauppa',
    'no-show': 'Ei saapunut',
    cancelled: 'Peruttu aika',
  } satisfies Record<VisitKind, string>,
  payments: {
    card: 'Kortti',
    cash: 'Käteinen',
    invoice: 'Lasku',
    online: 'Verkossa',
    voucher: 'Lahjakortti',
    none: 'Ei veloitettu',
  } satisfies Record<PaymentMethod, string>,
} as const;

/** The same groups and keys in another language. */
export type Words = { [Group in keyof typeof words]: Record<keyof (typeof words)[Group], string> };
