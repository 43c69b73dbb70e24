import type { Words } from './fi.ts';

export const words = {
  roles: { reception: 'reception', manager: 'clinic manager', admin: 'administrator' },
  languages: { fi: 'Finnish', sv: 'Swedish', en: 'English' },
  sexes: { female: 'female', male: 'male', other: 'other', undisclosed: 'does not wish to say' },
  sources: {
    customer: 'the customer',
    guardian: 'guardian',
    referral: 'referring party',
    employer: 'employer',
    'population-register': 'population register',
  },
  purposes: {
    'direct-marketing': 'Direct marketing',
    'customer-surveys': 'Customer surveys',
    'market-research': 'Market research',
    'opinion-polls': 'Opinion polls',
    'health-profile': 'Health profile',
  },
  channels: { email: 'e-mail', sms: 'text message', phone: 'phone call', post: 'letter' },
  ways: {
    orally: 'orally at the desk',
    phone: 'by phone',
    form: 'on a form',
    letter: 'by letter or e-mail',
  },
  acts: {
    given: 'Gave consent',
    refused: 'Did not give consent',
    withdrawn: 'Withdrew consent',
    prohibited: 'Prohibited',
    'prohibition-withdrawn': 'Withdrew the prohibition',
  },
  states: {
    given: 'consent',
    expiring: 'consent about to expire',
    'old-wording': 'consent, old wording',
    expired: 'consent expired',
    refused: 'no consent',
    withdrawn: 'withdrawn',
    'not-asked': 'not asked',
    prohibited: 'prohibition',
    allowed: 'allowed without consent',
  },
} satisfies Words;
