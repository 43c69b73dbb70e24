/** The keys of the register itself, in settings and when somebody's account ends. */
export const keys = {
  title: 'Rekisterin avaimet',
  onlyAdministrators: 'Avaimet vaihtaa pääkäyttäjä.',
  rotate: {
    action: 'Vaihda tietokannan avain…',
    note: 'Vaihda avain, kun joku lähtee tai kun kone tai kopio on voinut joutua vääriin käsiin.',
    title: 'Vaihda tietokannan avain',
    afterLeaving:
      'Tunnus {{name}} ei enää avaa ohjelmaa. Avaimen vaihto varmistaa sen myös vanhalla kopiolla.',
    what: 'Tietokanta kirjoitetaan uudelleen uudella avaimella. Muiden salasanat pysyvät ennallaan.',
    backups:
      'Aiemmat varmuuskopiot avautuvat edelleen silloisilla salasanoilla, myös lähteneen. Säilytä ne lukitussa paikassa tai hävitä ne.',
    room: 'Levyllä on oltava tilaa toiselle samankokoiselle tiedostolle. Voit keskeyttää, kunnes uusi tiedosto otetaan käyttöön.',
    start: 'Vaihda avain',
    later: 'Vaihda myöhemmin',
    waiting: 'Aloitetaan…',
    stages: {
      'rotate-copy': 'Kirjoitetaan tietokantaa uudella avaimella',
      'rotate-verify': 'Tarkistetaan uutta tiedostoa',
    },
    progress: '{{percent}}\u00a0%',
    stopped: 'Vaihto keskeytettiin. Vanha avain on voimassa, eikä mitään muutettu.',
    failed: 'Avainta ei vaihdettu. Vanha avain on voimassa.',
    doneTitle: 'Avain on vaihdettu',
    done: 'Uusi tiedosto on tarkistettu, ja vanha on poistettu tältä koneelta.',
    doneBackup: 'Tee vielä varmuuskopio, niin uusin kopio on uuden avaimen takana.',
  },
  recovery: {
    action: 'Tee uusi palautusavain…',
    note: 'Palautusavain avaa tietokannan, jos kaikki salasanat katoavat. Tee uusi, jos paperi on kadonnut tai joku on voinut nähdä sen.',
    title: 'Uusi palautusavain',
    lead: 'Vanha avain toimii, kunnes olet kirjoittanut kaksi ryhmää paperista. Uusi näytetään vain tämän kerran.',
    making: 'Tehdään avainta…',
    submit: 'Ota uusi avain käyttöön',
    working: 'Otetaan käyttöön…',
    notYet: 'Avainta ei ole vielä tulostettu tai kirjoitettu.',
    done: 'Uusi palautusavain on käytössä. Hävitä vanha paperi.',
  },
} as const;
