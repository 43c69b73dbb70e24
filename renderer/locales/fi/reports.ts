/** Texts of the feature `reports`. */
export const reports = {
  export: {
    action: 'Vie tiedot…',
    title: 'Vie tiedot salattuun tiedostoon',
    about: '{{name}}, asiakas {{number}}. Tiedosto on vastaus asiakkaan omaan tietopyyntöön.',
    contents: 'Tiedostoon tulevat kaikki tiedot muuttamattomina:',
    parts: {
      details: 'perustiedot, yhteystiedot ja koko henkilötunnus',
      visits: 'käynnit, ostot ja muistiinpanot',
      consents: 'suostumukset ja kiellot kaikkine muutoksineen',
      audit: 'kuka on katsonut tai muuttanut tietoja',
    },
    forms: 'Sama sisältö on PDF-raporttina asiakkaan kielellä ja koneluettavana JSON-tiedostona.',
    secrecy: 'Paketti salataan (AES-256). Salasana näytetään kerran. Vienti kirjataan tapahtumalokiin.',
    start: 'Valitse paikka ja vie…',
    waiting: 'Kootaan tiedot. Valitse tiedostolle paikka.',
    stages: {
      'report-print': 'Tehdään PDF-raportti',
      'report-pack': 'Salataan pakettia',
      'report-save': 'Tallennetaan',
    },
    progress: 'vaihe {{done}} / {{total}}',
    notSaved: 'Paikkaa ei valittu. Tiedostoa ei tallennettu.',
    savedTitle: 'Tiedot on viety',
    file: 'Tiedosto',
    passphrase: 'Salasana',
    copy: 'Kopioi salasana',
    tell: 'Kerro salasana puhelimessa. Älä lähetä sitä samassa viestissä tai kirjeessä kuin tiedosto.',
    once: 'Salasanaa ei näytetä uudelleen eikä sitä ole tallennettu mihinkään.',
    done: 'Salasana on tallessa, sulje',
  },
} as const;
