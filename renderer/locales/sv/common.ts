import type { common as fi } from '../fi/common.ts';
import type { Texts } from '../texts.ts';

export const common = {
  appName: 'Vastaanotto',
  save: 'Spara',
  cancel: 'Avbryt',
  close: 'Stäng',
  back: 'Tillbaka',
  next: 'Nästa',
  stop: 'Avbryt arbetet',
  tryAgain: 'Försök igen',
  readBefore: 'Nedan syns det som hämtades senast. Det kan vara föråldrat.',
  undo: 'Ångra',
  undoFailed: 'Noteringen kunde inte ångras',
  optional: 'frivilligt',
  copied: 'Kopierat till urklipp',
  at: 'kl. {{time}}',
  dateAndTime: '{{date}} kl. {{time}}',
  errorSummary_one: 'Rätta en punkt',
  errorSummary_other: 'Rätta {{count}} punkter',
  /** Of what is printed for the customer. */
  print: { ownLanguage: 'Kundens eget', toFile: 'Spara PDF', toPaper: 'Skriv ut på papper' },
  /** Of a period of one's own. */
  days: { from: 'Första dagen', to: 'Sista dagen', wrongOrder: 'Sista dagen är före den första.' },
  leave: {
    title: 'Lämnas uppgifterna osparade?',
    text: 'Du har skrivit uppgifter som inte har sparats. De försvinner om du går härifrån.',
    confirm: 'Förkasta uppgifterna',
    cancel: 'Fortsätt fylla i',
  },
  password: {
    show: 'Visa lösenordet',
    hide: 'Dölj lösenordet',
    capsLock: 'Caps Lock är på',
  },
  units: {
    bytes: '{{value}}\u00a0B',
    kilobytes: '{{value}}\u00a0kB',
    megabytes: '{{value}}\u00a0MB',
    gigabytes: '{{value}}\u00a0GB',
  },
} satisfies Texts<typeof fi>;
