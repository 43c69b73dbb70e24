import styles from './kbd.module.css';

/** A key or chord as keycaps, for example `['Ctrl', 'Enter']`. Decorative: the control it belongs to says what it does. */
export function Kbd({ keys }: { keys: string | readonly string[] }) {
  const caps = typeof keys === 'string' ? [keys] : keys;
  return (
    <span className={styles.chord} aria-hidden="true">
      {caps.map((cap) => (
        <kbd key={cap} className={styles.cap}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}
