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
  undo: 'Kumoa',
  optional: 'ei pakollinen',
  copied: 'Kopioitu leikepöydälle',
  at: 'klo {{time}}',
  dateAndTime: '{{date}} klo {{time}}',
  errorSummary_one: 'Korjaa yksi kohta',
  errorSummary_other: 'Korjaa {{count}} kohtaa',
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
