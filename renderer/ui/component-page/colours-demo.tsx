import styles from '../component-page.module.css';

const COLOURS: readonly (readonly [token: string, name: string])[] = [
  ['desk', 'pöytä'],
  ['surface', 'pinta'],
  ['surface-2', 'pinta 2'],
  ['surface-3', 'pinta 3'],
  ['ink', 'muste'],
  ['ink-2', 'muste 2'],
  ['ink-3', 'muste 3'],
  ['accent', 'petroli'],
  ['accent-tint', 'valinta'],
  ['spine', 'selkä'],
  ['lakka', 'lakka'],
  ['field-focus', 'kohdistus'],
  ['ok-mark', 'lupa'],
  ['warn-mark', 'huomio'],
  ['stop-solid', 'kielto'],
  ['hold-mark', 'rajoitus'],
];

export function ColoursDemo() {
  return (
    <ul className={styles.swatches}>
      {COLOURS.map(([token, name]) => (
        <li key={token}>
          <i style={{ background: `var(--${token})` }} />
          <b>{name}</b>
          <code>{token}</code>
        </li>
      ))}
    </ul>
  );
}

const TYPES: readonly (readonly [font: string, text: string, size: string])[] = [
  ['var(--t-show)', 'Kuka kirjautuu?', '32/40'],
  ['var(--t-name)', 'Mallikas Aino Helena', '25/32'],
  ['var(--t-title)', 'Kirjaa käynti', '18/24'],
  ['var(--t-lead)', 'Valitse levy, joka ei ole tässä koneessa.', '16/24'],
  ['var(--t-body)', 'Koekuja 4 B 10, 13100 Hämeenlinna', '14/20'],
  ['var(--t-row)', 'Taulukon rivi 4.11.2026, 68,00 €, 040 000 0182', '13/18'],
  ['var(--t-meta)', 'Lisätieto, ei koskaan pienempää 1234567890', '12/16'],
  ['400 14px/20px var(--mono)', '140387-924L, 9f3c 71e0', 'tunnukset'],
];

export function TypeDemo() {
  return (
    <ul className={styles.type}>
      {TYPES.map(([font, text, size]) => (
        <li key={size}>
          <span style={{ font }}>{text}</span>
          <small>{size}</small>
        </li>
      ))}
    </ul>
  );
}
