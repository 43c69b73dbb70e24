import type { PasswordHint } from '#shared/password-strength.ts';
import type { Fault, RuleBroken } from '#shared/rpc/fault.ts';
import type { IssueCode } from '#shared/rpc/issue-codes.ts';
import type { Rules } from '#shared/rpc/rules.ts';

type RecoveryProblem = Rules['recovery-key-wrong']['problem'];

/** A sentence for everything that can go wrong: a kind, rule or code without one does not compile. */
export const faults = {
  kinds: {
    'invalid-input': 'Tarkista merkityt kentät.',
    'not-signed-in': 'Istunto on päättynyt. Kirjaudu uudelleen.',
    locked: 'Rekisteri on lukittu. Avaa se salasanallasi.',
    forbidden: 'Sinulla ei ole oikeutta tähän. Pyydä apua toimistopäälliköltä.',
    'not-found': 'Tietoa ei löydy. Joku on voinut poistaa sen.',
    conflict: 'Joku muu on muuttanut samoja tietoja. Avaa ne uudelleen ja tee muutos sitten.',
    cancelled: 'Toiminto keskeytettiin. Mitään ei muutettu.',
    'storage-full': 'Levy on täynnä. Vapauta tilaa ja yritä uudelleen.',
    'storage-damaged':
      'Tietokantaa ei voi lukea. Älä tee uusia kirjauksia. Ota yhteys pääkäyttäjään, joka palauttaa varmuuskopion.',
    unexpected:
      'Toiminto ei onnistunut. Yritä uudelleen. Jos vika toistuu, kerro pääkäyttäjälle viite {{reference}}.',
  } satisfies Record<Exclude<Fault['kind'], RuleBroken['kind']>, string>,
  rules: {
    'register-exists': 'Tällä koneella on jo rekisteri. Sitä ei korvata uudella.',
    'register-missing': 'Rekisteriä ei löydy tältä koneelta.',
    'register-newer-than-app':
      'Rekisteri on tehty uudemmalla ohjelmalla. Asenna uusin Vastaanotto. Rekisteriin ei koskettu.',
    'vault-damaged':
      'Avaintiedostoa ei voi lukea. Siihen ei koskettu. Ota yhteys pääkäyttäjään, joka palauttaa varmuuskopion.',
    'vault-older-than-register':
      'Avaintiedosto on vanhempi kuin rekisteri. Mihinkään ei koskettu. Pyydä pääkäyttäjää palauttamaan uusin varmuuskopio.',
    'name-taken': 'Saman niminen käyttäjä on jo olemassa. Lisää nimeen tarkenne.',
    'last-administrator': 'Käyttäjä on ainoa pääkäyttäjä. Tee ensin jostakusta toisesta pääkäyttäjä.',
    'last-manager': 'Käyttäjä on ainoa toimistopäällikkö. Tee ensin jostakusta toisesta toimistopäällikkö.',
    'own-account':
      'Et voi poistaa etkä lukita omaa tunnustasi. Pyydä toista pääkäyttäjää. Oman salasanasi voit vaihtaa itse.',
    'own-role': 'Et voi lisätä oikeuksia itsellesi. Pyydä toista pääkäyttäjää.',
    'choose-own-password': 'Kertasalasana on oikein. Valitse nyt oma salasana.',
    'same-password': 'Tämä on kertasalasana. Valitse salasana, jota kukaan muu ei tiedä.',
    'wrong-credentials': 'Nimi tai salasana ei täsmää.',
    'wait-before-sign-in': 'Odota {{time}} ja yritä uudelleen.',
    'weak-password': '{{reason}}',
    'recovery-key-wrong': '{{problem}}',
    'recovery-groups-differ': 'Ryhmät {{groups}} eivät täsmää. Tarkista ne paperista.',
    'processing-restricted':
      'Asiakkaan {{customerNumber}} tietojen käsittely on rajoitettu. Kirjoita, mihin pyyntöön muutos liittyy.',
    'guardian-of-adult': 'Asiakas on {{age}}-vuotias. Huoltaja merkitään vain alaikäiselle.',
    'hetu-taken': 'Sama henkilötunnus on jo asiakkaalla {{customerNumber}}.',
    'giver-not-chosen': 'Asiakas on alaikäinen. Valitse, kuka vastauksen antoi.',
    'not-a-guardian': 'Valittu henkilö ei ole asiakkaan huoltaja. Valitse uudelleen, kuka vastauksen antoi.',
    'wording-replaced': 'Sanamuodosta on jo uudempi versio {{currentVersion}}. Avaa se ja tee muutos siihen.',
    'nothing-to-withdraw': 'Peruttavaa ei ole: voimassa olevaa suostumusta tai kieltoa ei löydy.',
    'prohibition-in-force':
      'Asiakas on kieltänyt markkinoinnin. Kielto voittaa: yhteystietoa ei saa käyttää siihen.',
    'not-own-recording': 'Voit kumota vain oman kirjauksesi. Tämän kirjasi {{recordedBy}}.',
    'recorded-since':
      'Kirjausta ei voi enää kumota, koska samasta asiasta on sen jälkeen kirjattu muuta. Kirjaa uusi muutos.',
    'undo-too-late': 'Kirjauksen voi kumota {{minutes}} minuutin ajan. Kirjaa uusi muutos.',
    'item-not-in-use': '{{name}} ei ollut myynnissä {{date}}. Valitse hinnastosta toinen.',
    'practitioner-not-in-use': '{{name}} ei ollut vastaanotolla {{date}}. Valitse toinen tekijä.',
    'vat-rate-not-in-force':
      'Rivin {{name}} ALV {{rate}} ei ollut voimassa {{date}}. Valitse rivi hinnastosta uudelleen.',
    'price-list-used':
      '{{name}} on jo jonkin käynnin tiedoissa. Sitä ei voi poistaa, mutta sen voi poistaa käytöstä.',
    'visit-already-reversed': 'Kirjaus on jo mitätöity.',
    'visit-is-reversal': 'Mitätöintiä ei voi mitätöidä eikä siirtää. Kirjaa käynti uudelleen.',
    'correction-by-manager':
      'Tämän kirjasi {{recordedBy}} {{date}}. Aiemman päivän kirjauksen voi mitätöidä tai siirtää vain hän itse tai toimistopäällikkö.',
    'same-customer': 'Kirjaus on jo tällä asiakkaalla. Valitse toinen asiakas.',
    'no-receipt': 'Tästä ei ole kuittia: mitään ei veloitettu, tai käynti kirjattiin ennen kuittinumeroita.',
    'backup-place-missing': 'Varmuuskopion kansiota ei löydy. Kytke levy tai valitse uusi kansio.',
    'backup-place-unwritable': 'Kansioon {{place}} ei voi kirjoittaa. Valitse toinen kansio.',
    'backup-unverified': 'Kopio kansiossa {{place}} ei auennut tarkistuksessa. Tee varmuuskopio uudelleen.',
    'no-printer': 'Tulostinta ei löydy. Kytke tulostin ja yritä uudelleen.',
  } satisfies Record<keyof Rules, string>,
  issues: {
    required: 'Tämä tieto puuttuu.',
    'too-short': 'Tieto on liian lyhyt.',
    'too-long': 'Tieto on liian pitkä.',
    'not-a-choice': 'Valitse jokin vaihtoehdoista.',
    'unknown-field': 'Lomakkeessa on tuntematon kenttä.',
    invalid: 'Tarkista tämä tieto.',
    'choose-answer': 'Valitse vastaus.',
    'choose-channel': 'Valitse vähintään yksi kanava.',
    'choose-giver': 'Valitse, kuka vastauksen antoi.',
    'choose-source': 'Valitse, mistä tiedot saatiin.',
    'choose-sex': 'Kysy sukupuoli ja valitse vastaus.',
    'hetu-format': 'Henkilötunnus on muotoa 140387-924L.',
    'hetu-checksum': 'Henkilötunnuksen tarkistusmerkki ei täsmää.',
    'hetu-does-not-exist': 'Tällaista henkilötunnusta ei ole.',
    'hetu-and-birth-date-differ': 'Syntymäaika ei ole sama kuin henkilötunnuksessa.',
    'birth-date-or-hetu': 'Kirjoita henkilötunnus tai syntymäaika.',
    'date-format': 'Kirjoita päivä muodossa 26.5.1968.',
    'date-does-not-exist': 'Tällaista päivää ei ole.',
    'date-in-future': 'Päivä on tulevaisuudessa.',
    'date-in-past': 'Päivä on jo mennyt. Valitse tämä tai myöhempi päivä.',
    'date-too-early': 'Päivä on liian varhainen.',
    'time-format': 'Kirjoita aika muodossa 14.30.',
    'time-in-future': 'Aika on tulevaisuudessa.',
    'phone-format': 'Puhelinnumerossa on virhe.',
    'email-no-at': 'Osoitteesta puuttuu @-merkki.',
    'email-format': 'Sähköpostiosoite on muotoa nimi@palvelu.example.',
    'postal-code-format': 'Postinumerossa on viisi numeroa.',
    'finnish-postal-code': 'Suomen postinumerossa on viisi numeroa. Vaihda maa, jos osoite on muualla.',
    'address-incomplete': 'Täydennä osoite tai jätä se kokonaan tyhjäksi.',
    'business-id': 'Y-tunnus on muotoa 9999999-2. Tarkista numerot.',
    'password-too-short': 'Salasanassa on oltava vähintään 12 merkkiä.',
    'password-weak': 'Salasana on liian helppo arvata.',
    'passwords-differ': 'Salasanat eivät ole samat.',
    'must-be-accepted': 'Lue sitoumus ja hyväksy se.',
    'must-confirm': 'Vahvista tämä. Muuten markkinointiin tarvitaan lupa.',
    'amount-format': 'Kirjoita summa muodossa 62,00.',
    'percent-format': 'Kirjoita prosentti muodossa 25,5.',
    'discount-format': 'Kirjoita alennus muodossa 5,00 tai 10\u00a0%.',
    'discount-too-big': 'Alennus on suurempi kuin rivin hinta.',
    'count-format': 'Kirjoita kokonaisluku 1–999.',
    'out-of-range': 'Arvo ei ole sallituissa rajoissa.',
  } satisfies Record<IssueCode, string>,
  recoveryProblems: {
    length: 'Palautusavaimessa on yhdeksän neljän merkin ryhmää. Tarkista, puuttuuko jokin.',
    characters: 'Palautusavaimessa on merkki, jota avaimissa ei käytetä. Tarkista se paperista.',
    checksum: 'Palautusavaimessa on kirjoitusvirhe. Vertaa sitä paperiin ryhmä kerrallaan.',
    'does-not-open': 'Tämä palautusavain ei avaa rekisteriä. Tarkista, että paperi on uusin.',
  } satisfies Record<RecoveryProblem, string>,
  passwordHints: {
    'too-short': 'Salasanassa on oltava vähintään 12 merkkiä.',
    'too-long': 'Salasana on liian pitkä.',
    'one-word': 'Yksi sana on helppo arvata. Lisää toinen sana.',
    personal: 'Salasanassa on nimi tai toimiston tieto. Valitse muita sanoja.',
    common: 'Salasana on yleinen. Valitse muita sanoja.',
    names: 'Nimet on helppo arvata. Valitse muita sanoja.',
    keyboard: 'Vierekkäiset näppäimet on helppo arvata.',
    repeat: 'Toisto on helppo arvata. Valitse eri sanoja.',
    sequence: 'Sarjat, kuten abc ja 123, on helppo arvata.',
    date: 'Päivät ja vuodet on helppo arvata.',
    guessable: 'Salasana on liian helppo arvata. Lisää sana tai kaksi.',
  } satisfies Record<PasswordHint, string>,
} as const;
