import { formatDate } from '#shared/values/dates.ts';
import type { InEveryLanguage, Language } from '#shared/values/language.ts';
import { html } from '../../html.ts';

const texts: Record<'title' | 'made' | 'name' | 'once' | 'destroy', InEveryLanguage> = {
  title: {
    fi: 'Kertasalasana Vastaanotto-ohjelmaan',
    sv: 'Engångslösenord till programmet Vastaanotto',
    en: 'One-time passphrase for the Vastaanotto program',
  },
  made: { fi: 'luotu', sv: 'skapat', en: 'made' },
  name: { fi: 'Kirjaudu nimellä', sv: 'Logga in med namnet', en: 'Sign in as' },
  once: {
    fi: 'Kertasalasana toimii yhden kerran. Ohjelma pyytää sen jälkeen valitsemaan oman salasanan, jota kukaan muu ei tiedä. Väliviivat voi jättää pois.',
    sv: 'Engångslösenordet fungerar en gång. Programmet ber dig sedan välja ett eget lösenord som ingen annan känner till. Bindestrecken kan utelämnas.',
    en: 'The passphrase works once. The program then asks you to choose a password of your own that nobody else knows. The dashes may be left out.',
  },
  destroy: {
    fi: 'Hävitä paperi, kun olet valinnut oman salasanan.',
    sv: 'Förstör papperet när du har valt ett eget lösenord.',
    en: 'Destroy this paper once you have chosen your own password.',
  },
};

/** What a new person takes to their first sign-in. A whole HTML document. */
export function passphraseSheet(sheet: {
  name: string;
  passphrase: string;
  clinicName: string;
  language: Language;
  /** `YYYY-MM-DD` */
  date: string;
}): string {
  const { language } = sheet;
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${texts.title[language]}</title><style>
body{font:14px/20px sans-serif;margin:0;color:#14201f}
dl{margin:24px 0;padding:16px;border:1px solid #46534f}
dt{font:12px/16px sans-serif}
dd{margin:0 0 14px;font:600 18px/24px sans-serif;overflow-wrap:anywhere}
dd.code{margin:0;font:600 26px/32px monospace;letter-spacing:.08em}
</style></head><body>
<h1>${texts.title[language]}</h1>
<p><strong>${sheet.clinicName}</strong>, ${texts.made[language]} ${formatDate(sheet.date)}</p>
<dl><dt>${texts.name[language]}</dt><dd>${sheet.name}</dd><dt>${texts.title[language]}</dt><dd class="code">${sheet.passphrase}</dd></dl>
<p>${texts.once[language]}</p>
<p>${texts.destroy[language]}</p>
</body></html>`.markup;
}
