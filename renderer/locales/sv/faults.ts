import type { faults as fi } from '../fi/faults.ts';
import type { Texts } from '../texts.ts';

export const faults = {
  kinds: {
    'invalid-input': 'Kontrollera de markerade fälten.',
    'not-signed-in': 'Sessionen har upphört. Logga in igen.',
    locked: 'Registret är låst. Öppna det med ditt lösenord.',
    forbidden: 'Du har inte rätt till detta. Be kontorschefen om hjälp.',
    'not-found': 'Uppgiften hittas inte. Någon kan ha tagit bort den.',
    conflict: 'Någon annan har ändrat samma uppgifter. Öppna dem på nytt och gör ändringen sedan.',
    cancelled: 'Åtgärden avbröts. Inget ändrades.',
    'storage-full': 'Disken är full. Frigör utrymme och försök igen.',
    'storage-damaged':
      'Databasen kan inte läsas. Gör inga nya anteckningar. Kontakta administratören, som återställer en säkerhetskopia.',
    unexpected:
      'Åtgärden lyckades inte. Försök igen. Om felet upprepas, ge administratören referensen {{reference}}.',
  },
  rules: {
    'register-exists': 'Det finns redan ett register på den här datorn. Det ersätts inte med ett nytt.',
    'register-missing': 'Registret hittas inte på den här datorn.',
    'register-newer-than-app':
      'Registret har gjorts med ett nyare program. Installera den senaste versionen av Vastaanotto. Registret rördes inte.',
    'vault-damaged':
      'Nyckelfilen kan inte läsas. Den rördes inte. Kontakta administratören, som återställer en säkerhetskopia.',
    'vault-older-than-register':
      'Nyckelfilen är äldre än registret. Inget rördes. Be administratören återställa den senaste säkerhetskopian.',
    'name-taken': 'Det finns redan en användare med samma namn. Lägg till en precisering.',
    'last-administrator': 'Användaren är den enda administratören. Gör först någon annan till administratör.',
    'last-manager': 'Användaren är den enda kontorschefen. Gör först någon annan till kontorschef.',
    'own-account':
      'Du kan inte ta bort eller spärra ditt eget konto. Be en annan administratör. Ditt eget lösenord kan du byta själv.',
    'own-role': 'Du kan inte ge dig själv fler rättigheter. Be en annan administratör.',
    'choose-own-password': 'Engångslösenordet är rätt. Välj nu ett eget lösenord.',
    'same-password': 'Det här är engångslösenordet. Välj ett lösenord som ingen annan känner till.',
    'wrong-credentials': 'Namnet eller lösenordet stämmer inte.',
    'wait-before-sign-in': 'Vänta {{time}} och försök igen.',
    'weak-password': '{{reason}}',
    'recovery-key-wrong': '{{problem}}',
    'recovery-groups-differ': 'Grupperna {{groups}} stämmer inte. Kontrollera dem på papperet.',
    'processing-restricted':
      'Behandlingen av uppgifterna om kund {{customerNumber}} är begränsad. Skriv vilken begäran ändringen hör till.',
    'guardian-of-adult': 'Kunden är {{age}} år. Vårdnadshavare antecknas bara för minderåriga.',
    'hetu-taken': 'Kund {{customerNumber}} har redan samma personbeteckning.',
    'giver-not-chosen': 'Kunden är minderårig. Välj vem som gav svaret.',
    'not-a-guardian': 'Den valda personen är inte kundens vårdnadshavare. Välj på nytt vem som gav svaret.',
    'wording-replaced':
      'Det finns redan en nyare version {{currentVersion}} av ordalydelsen. Öppna den och gör ändringen där.',
    'nothing-to-withdraw': 'Det finns inget att återkalla: inget gällande samtycke eller förbud hittas.',
    'prohibition-in-force':
      'Kunden har förbjudit marknadsföring. Förbudet går före: kontaktuppgiften får inte användas till det.',
    'not-own-recording': 'Du kan ångra bara din egen notering. Den här gjordes av {{recordedBy}}.',
    'recorded-since':
      'Noteringen kan inte längre ångras, eftersom något har antecknats om samma sak efter den. Anteckna en ny ändring.',
    'undo-too-late': 'En notering kan ångras i {{minutes}} minuter. Anteckna en ny ändring.',
    'item-not-in-use': '{{name}} såldes inte {{date}}. Välj något annat i prislistan.',
    'practitioner-not-in-use': '{{name}} tog inte emot {{date}}. Välj en annan behandlare.',
    'vat-rate-not-in-force':
      'Momsen {{rate}} på raden {{name}} gällde inte {{date}}. Välj raden i prislistan på nytt.',
    'price-list-used':
      '{{name}} finns redan på något besök. Posten kan inte raderas, men den kan tas ur bruk.',
    'visit-already-reversed': 'Anteckningen är redan makulerad.',
    'visit-is-reversal': 'En makulering kan inte makuleras eller flyttas. Anteckna besöket på nytt.',
    'correction-by-manager':
      'Detta antecknades av {{recordedBy}} {{date}}. En anteckning från en tidigare dag kan makuleras eller flyttas bara av hen själv eller av kontorschefen.',
    'same-customer': 'Anteckningen hör redan till den här kunden. Välj en annan kund.',
    'no-receipt': 'Det finns inget kvitto: ingenting debiterades, eller besöket skrevs in före kvittonumren.',
    'backup-place-missing': 'Mappen för säkerhetskopior hittas inte. Anslut disken eller välj en ny mapp.',
    'backup-place-unwritable': 'Det går inte att skriva i mappen {{place}}. Välj en annan mapp.',
    'backup-unverified':
      'Kopian i mappen {{place}} kunde inte öppnas vid kontrollen. Säkerhetskopiera på nytt.',
    'no-printer': 'Skrivaren hittas inte. Anslut en skrivare och försök igen.',
  },
  issues: {
    required: 'Uppgiften saknas.',
    'too-short': 'Uppgiften är för kort.',
    'too-long': 'Uppgiften är för lång.',
    'not-a-choice': 'Välj ett av alternativen.',
    'unknown-field': 'Formuläret innehåller ett okänt fält.',
    invalid: 'Kontrollera uppgiften.',
    'choose-answer': 'Välj ett svar.',
    'choose-channel': 'Välj minst en kanal.',
    'choose-giver': 'Välj vem som gav svaret.',
    'choose-source': 'Välj varifrån uppgifterna kommer.',
    'choose-sex': 'Fråga om kön och välj svaret.',
    'hetu-format': 'Personbeteckningen har formen 140387-924L.',
    'hetu-checksum': 'Personbeteckningens kontrolltecken stämmer inte.',
    'hetu-does-not-exist': 'Det finns ingen sådan personbeteckning.',
    'hetu-and-birth-date-differ': 'Födelsedatumet är inte detsamma som i personbeteckningen.',
    'birth-date-or-hetu': 'Skriv personbeteckningen eller födelsedatumet.',
    'date-format': 'Skriv datumet i formen 26.5.1968.',
    'date-does-not-exist': 'Det finns inget sådant datum.',
    'date-in-future': 'Datumet ligger i framtiden.',
    'date-in-past': 'Dagen har redan varit. Välj i dag eller en senare dag.',
    'date-too-early': 'Datumet är för tidigt.',
    'time-format': 'Skriv tiden i formen 14.30.',
    'time-in-future': 'Tiden är i framtiden.',
    'phone-format': 'Det finns ett fel i telefonnumret.',
    'email-no-at': 'Adressen saknar tecknet @.',
    'email-format': 'E-postadressen har formen namn@tjanst.example.',
    'postal-code-format': 'Postnumret har fem siffror.',
    'finnish-postal-code':
      'Ett finländskt postnummer har fem siffror. Byt land om adressen är någon annanstans.',
    'address-incomplete': 'Komplettera adressen eller lämna den helt tom.',
    'business-id': 'FO-numret har formen 9999999-2. Kontrollera siffrorna.',
    'password-too-short': 'Lösenordet måste ha minst 12 tecken.',
    'password-weak': 'Lösenordet är för lätt att gissa.',
    'passwords-differ': 'Lösenorden är inte lika.',
    'must-be-accepted': 'Läs förbindelsen och godkänn den.',
    'must-confirm': 'Bekräfta detta. Annars behövs samtycke för marknadsföring.',
    'amount-format': 'Skriv beloppet i formen 62,00.',
    'percent-format': 'Skriv procenten i formen 25,5.',
    'discount-format': 'Skriv rabatten i formen 5,00 eller 10\u00a0%.',
    'discount-too-big': 'Rabatten är större än radens pris.',
    'count-format': 'Skriv ett heltal 1–999.',
    'out-of-range': 'Värdet ligger utanför de tillåtna gränserna.',
  },
  recoveryProblems: {
    length: 'Återställningsnyckeln har nio grupper med fyra tecken. Kontrollera om någon saknas.',
    characters:
      'Återställningsnyckeln innehåller ett tecken som inte används i nycklar. Kontrollera papperet.',
    checksum: 'Det finns ett skrivfel i återställningsnyckeln. Jämför med papperet grupp för grupp.',
    'does-not-open':
      'Den här återställningsnyckeln öppnar inte registret. Kontrollera att papperet är det senaste.',
  },
  passwordHints: {
    'too-short': 'Lösenordet måste ha minst 12 tecken.',
    'too-long': 'Lösenordet är för långt.',
    'one-word': 'Ett enda ord är lätt att gissa. Lägg till ett ord.',
    personal: 'Lösenordet innehåller ett namn eller en uppgift om kontoret. Välj andra ord.',
    common: 'Lösenordet är vanligt. Välj andra ord.',
    names: 'Namn är lätta att gissa. Välj andra ord.',
    keyboard: 'Tangenter bredvid varandra är lätta att gissa.',
    repeat: 'Upprepning är lätt att gissa. Välj olika ord.',
    sequence: 'Serier som abc och 123 är lätta att gissa.',
    date: 'Datum och årtal är lätta att gissa.',
    guessable: 'Lösenordet är för lätt att gissa. Lägg till ett ord eller två.',
  },
} satisfies Texts<typeof fi>;
