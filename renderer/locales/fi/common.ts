/** Buttons and small words that many screens share. */
export const common = {
  appName: 'Vastaanotto',
  save: 'Tallenna',
  cancel: 'Peruuta',
  close: 'Sulje',
  back: 'Takaisin',
  next: 'Seuraava',
  stop: 'Keskeytä',
  tryAgain: 'Yritä uudelleen',
  /** Under why something could not be read, when what was read before is still shown. */
  readBefore: 'Alla on se, mitä haettiin viimeksi. Se voi olla vanhentunut.',
  undo: 'Kumoa',
  undoFailed: 'Kirjausta ei voitu kumota',
  optional: 'ei pakollinen',
  copied: 'Kopioitu leikepöydälle',
  at: 'klo {{time}}',
  dateAndTime: '{{date}} klo {{time}}',
  errorSummary_one: 'Korjaa yksi kohta',
  errorSummary_other: 'Korjaa {{count}} kohtaa',
  /** Of what is printed for the customer. */
  print: { ownLanguage: 'Asiakkaan oma', toFile: 'Tallenna PDF', toPaper: 'Tulosta paperille' },
  /** Of a period of one's own. */
  days: {
    from: 'Ensimmäinen päivä',
    to: 'Viimeinen päivä',
    wrongOrder: 'Viimeinen päivä on ennen ensimmäistä.',
  },
  leave: {
    title: 'Jätetäänkö tiedot tallentamatta?',
    text: 'Olet kirjoittanut tietoja, joita ei ole tallennettu. Ne katoavat, jos poistut.',
    confirm: 'Hylkää tiedot',
    cancel: 'Jatka täyttämistä',
  },
  password: {
    show: 'Näytä salasana',
    hide: 'Piilota salasana',
    capsLock: 'Caps Lock on päällä',
  },
  units: {
    bytes: '{{value}}\u00a0t',
    kilobytes: '{{value}}\u00a0kt',
    megabytes: '{{value}}\u00a0Mt',
    gigabytes: '{{value}}\u00a0Gt',
  },
} as const;
