import { classNames } from '../../../ui/class-names.ts';
import styles from './drawer.module.css';

const dividers = ['V–Ö', 'S–U', 'P–R', 'M–O', 'K–L', 'H–J', 'E–G', 'A–D'];

/** The dividers of a card index, seen from the front. Decoration only. */
export function Drawer({ isClosed }: { isClosed?: boolean }) {
  return (
    <div className={classNames(styles.drawer, isClosed && styles.closed)} aria-hidden="true">
      {dividers.map((letters) => (
        <div key={letters} className={styles.divider}>
          <span>{letters}</span>
        </div>
      ))}
    </div>
  );
}
