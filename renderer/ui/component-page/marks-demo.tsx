import styles from '../component-page.module.css';
import { ConsentMark, type MarkState } from '../consent-mark.tsx';
import { LinkButton } from '../link-button.tsx';
import { AlertStrip, HoldBand, Overridden, StopBand } from '../stop-band.tsx';
import { nothing } from './specimen-row.tsx';

const MARKS: readonly (readonly [MarkState, string])[] = [
  ['given', 'Lupa voimassa'],
  ['expiring', 'Lupa vanhenee'],
  ['old-wording', 'Lupa, vanha sanamuoto'],
  ['allowed-without-consent', 'Sallittu ilman suostumusta'],
  ['customer-exception', 'Asiakassuhteen poikkeus'],
  ['not-given', 'Ei lupaa'],
  ['withdrawn', 'Lupa peruttu'],
  ['not-asked', 'Ei kysytty'],
  ['prohibition', 'Kielto'],
  ['restricted', 'Käsittely rajoitettu'],
];

export function MarksDemo() {
  return (
    <ul className={styles.marks}>
      {MARKS.map(([state, name]) => (
        <li key={state}>
          <ConsentMark state={state} size={22} />
          <ConsentMark state={state} label={name} />
          <span>{name}</span>
        </li>
      ))}
    </ul>
  );
}

export function BandsDemo() {
  return (
    <div className={styles.stack}>
      <AlertStrip>
        <StopBand title="Suoramarkkinointikielto">
          12.2.2025 alkaen, kaikki kanavat. Lisäksi <b>ei kyselypuheluja</b>.
        </StopBand>
        <HoldBand
          title="Käsittely rajoitettu"
          action={<LinkButton onPress={nothing}>Avaa pyyntö</LinkButton>}
        >
          Osoite selvitettävänä.
        </HoldBand>
      </AlertStrip>
      <div className={styles.narrow}>
        <AlertStrip>
          <StopBand title="Suoramarkkinointikielto">12.2.2025 alkaen, kaikki kanavat.</StopBand>
          <HoldBand title="Käsittely rajoitettu">Osoite selvitettävänä.</HoldBand>
        </AlertStrip>
      </div>
      <div>
        <Overridden>
          <ConsentMark state="given" size={14} />
          Lupa 3.2.2021
        </Overridden>{' '}
        <Overridden>
          <ConsentMark state="not-asked" size={14} />
          Ei kysytty
        </Overridden>
      </div>
    </div>
  );
}
