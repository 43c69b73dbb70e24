/** Texts of the feature `audit`. */
export const audit = {
  title: 'Tapahtumaloki',
  loading: 'Haetaan tapahtumia',
  lead: 'Kuka on katsonut tai muuttanut asiakkaan tietoja. Rivejä ei voi muuttaa eikä poistaa.',
  at: 'Aika',
  by: 'Käyttäjä',
  action: 'Tapahtuma',
  detail: 'Tarkenne',
  outcome: 'Tulos',
  more: 'Näytä lisää',
  loadingMore: 'Haetaan lisää…',
  empty: { title: 'Ei vielä tapahtumia', text: 'Jokainen katselu ja muutos tulee tähän.' },
  outcomes: {
    done: 'onnistui',
    started: 'aloitettu',
    failed: 'epäonnistui',
    refused: 'estetty',
    cancelled: 'keskeytetty',
  },
  /** What was done, by feature and procedure. */
  actions: {
    customers: {
      card: 'Avasi asiakaskortin',
      revealHetu: 'Katsoi henkilötunnuksen',
      register: 'Lisäsi asiakkaan',
      edit: 'Muutti tietoja',
      forEditing: 'Avasi tiedot muokattaviksi',
      history: 'Katsoi tietojen muutokset',
    },
    visits: { ofCustomer: 'Katsoi käynnit', log: 'Kirjasi käynnin' },
    consents: { ofCustomer: 'Katsoi suostumukset', record: 'Kirjasi suostumuksen tai kiellon' },
    reports: { exportCustomer: 'Vei tiedot salattuun tiedostoon' },
    audit: { ofCustomer: 'Katsoi tapahtumalokin' },
  },
  details: {
    number: 'asiakasnumero {{number}}',
    exported: 'tiedosto tallennettu',
    notExported: 'tiedostoa ei tallennettu',
  },
} as const;
