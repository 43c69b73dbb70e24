import { formatDate } from '#shared/values/dates.ts';
import type { InEveryLanguage, Language } from '#shared/values/language.ts';
import { html } from './html.ts';

const texts: Record<'title' | 'made' | 'keep' | 'warning', InEveryLanguage> = {
  title: {
    fi: 'Vastaanotto-ohjelman palautusavain',
    sv: 'Återställningsnyckel för programmet Vastaanotto',
    en: 'Recovery key of the Vastaanotto program',
  },
  made: { fi: 'luotu', sv: 'skapad', en: 'made' },
  keep: {
    fi: 'Säilytä kassakaapissa. Kuka tahansa, jolla on avain ja tietokanta, voi lukea kaikki tiedot.',
    sv: 'Förvara i kassaskåp. Den som har nyckeln och databasen kan läsa alla uppgifter.',
    en: 'Keep in a safe. Anyone who has the key and the database can read everything.',
  },
  warning: {
    fi: 'Avain avaa tietokannan, jos kaikki salasanat katoavat. Käytetty avain lakkaa toimimasta.',
    sv: 'Nyckeln öppnar databasen om alla lösenord går förlorade. En använd nyckel slutar gälla.',
    en: 'The key opens the database if every password is lost. Once used, it stops working.',
  },
};

/** The sheet for the safe: nine numbered groups, large enough to read aloud. A whole HTML document. */
export function recoverySheet(sheet: {
  groups: readonly string[];
  clinicName: string;
  language: Language;
  /** `YYYY-MM-DD` */
  date: string;
}): string {
  const { language } = sheet;
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${texts.title[language]}</title><style>
body{font:14px/20px sans-serif;margin:0;color:#14201f}
ol{display:grid;grid-template-columns:repeat(3,1fr);margin:24px 0;padding:0;list-style:none;border:1px solid #46534f}
li{padding:14px 16px;border:1px solid #d5d9d4;font:600 26px/32px monospace;letter-spacing:.08em}
li span{font:12px/16px sans-serif;letter-spacing:0;margin-right:12px}
</style></head><body>
<h1>${texts.title[language]}</h1>
<p><strong>${sheet.clinicName}</strong>, ${texts.made[language]} ${formatDate(sheet.date)}</p>
<ol>${sheet.groups.map((group, index) => html`<li><span>${index + 1}</span>${group}</li>`)}</ol>
<p>${texts.keep[language]}</p>
<p>${texts.warning[language]}</p>
</body></html>`.markup;
}
