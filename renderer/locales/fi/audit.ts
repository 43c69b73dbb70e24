import { actions } from '#shared/words/actions/fi.ts';

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
  actions,
  details: {
    number: 'asiakasnumero {{number}}',
    exported: 'tiedosto tallennettu',
    notExported: 'tiedostoa ei tallennettu',
  },
} as const;
