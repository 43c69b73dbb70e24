import type { Purpose } from '#shared/features/consents/purposes.ts';
import type { InEveryLanguage } from '#shared/values/language.ts';
import type { Seed } from '../../feature-module.ts';
import { insertWording } from './store.ts';

interface FirstWording {
  readonly purpose: Purpose;
  readonly validMonths: number | null;
  readonly texts: InEveryLanguage;
}

/** Version 1 of every purpose, in the words of the person who answers; a manager may write new versions. */
function firstWordings(clinic: string): readonly FirstWording[] {
  return [
    {
      purpose: 'direct-marketing',
      validMonths: 24,
      texts: {
        fi: `${clinic} saa kertoa minulle palveluistaan ja tarjouksistaan valitsemillani tavoilla. Voin perua luvan milloin tahansa. Se ei vaikuta hoitooni.`,
        sv: `${clinic} får berätta för mig om sina tjänster och erbjudanden på de sätt som jag har valt. Jag kan återkalla mitt samtycke när som helst. Det påverkar inte min vård.`,
        en: `${clinic} may tell me about its services and offers in the ways I have chosen. I can withdraw my consent at any time. It does not affect my care.`,
      },
    },
    {
      purpose: 'customer-surveys',
      validMonths: 24,
      texts: {
        fi: `${clinic} saa käynnin jälkeen kysyä minulta, miten palvelu onnistui. Vastaaminen on vapaaehtoista. Voin perua luvan milloin tahansa.`,
        sv: `${clinic} får efter ett besök fråga mig hur tjänsten lyckades. Det är frivilligt att svara. Jag kan återkalla mitt samtycke när som helst.`,
        en: `${clinic} may ask me after a visit how the service went. Answering is voluntary. I can withdraw my consent at any time.`,
      },
    },
    {
      purpose: 'market-research',
      validMonths: 24,
      texts: {
        fi: `${clinic} saa kysyä minulta mielipidettä palveluista, joita se suunnittelee. Kyselyjä tulee enintään kaksi vuodessa. Vastaan vain, jos haluan. Voin perua luvan vastaanotossa, puhelimitse tai kirjeellä.`,
        sv: `${clinic} får fråga mig vad jag tycker om tjänster som den planerar. Det kommer högst två förfrågningar om året. Jag svarar bara om jag vill. Jag kan återkalla mitt samtycke i receptionen, per telefon eller per brev.`,
        en: `${clinic} may ask my opinion of services that it is planning. There are at most two surveys a year. I answer only if I want to. I can withdraw my consent at reception, by phone or by letter.`,
      },
    },
    {
      purpose: 'opinion-polls',
      validMonths: 24,
      texts: {
        fi: `${clinic} saa kysyä minulta mielipiteitä hyvinvoinnista ja siihen liittyvistä palveluista. Vastaukseni käsitellään niin, ettei minua voi niistä tunnistaa. Vastaan vain, jos haluan. Voin perua luvan milloin tahansa.`,
        sv: `${clinic} får fråga mig om mina åsikter om välmående och om tjänster kring det. Mina svar behandlas så att jag inte kan kännas igen i dem. Jag svarar bara om jag vill. Jag kan återkalla mitt samtycke när som helst.`,
        en: `${clinic} may ask my views on well-being and the services around it. My answers are handled so that I cannot be recognised from them. I answer only if I want to. I can withdraw my consent at any time.`,
      },
    },
    {
      purpose: 'health-profile',
      validMonths: null,
      texts: {
        fi: `${clinic} saa tallentaa antamani terveystiedot ja käyttää niitä palveluni suunnitteluun. Tiedot näkevät vain minua hoitavat työntekijät. Voin perua suostumukseni milloin tahansa.`,
        sv: `${clinic} får spara de hälsouppgifter som jag lämnar och använda dem för att planera min service. Uppgifterna ses bara av de anställda som vårdar mig. Jag kan återkalla mitt samtycke när som helst.`,
        en: `${clinic} may store the health details that I give and use them to plan my service. Only the staff who treat me can see them. I can withdraw my consent at any time.`,
      },
    },
  ];
}

/** Takes version 1 of every wording into use in a new register. */
export const seedWordings: Seed = async (tx, { clinicName, person, now, newId }) => {
  for (const wording of firstWordings(clinicName)) {
    await insertWording(tx, { ...wording, id: newId(), version: 1, publishedAt: now, publishedBy: person });
  }
};
