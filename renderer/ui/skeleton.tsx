import styles from './skeleton.module.css';

const WIDTHS = ['title', 'long', 'short', 'middle'] as const;

/** Stands for rows that are on their way; shows itself only after 300 ms, so that quick answers never flash. */
export function Skeleton({ label, rows = 4 }: { label: string; rows?: number }) {
  return (
    <div role="status" aria-busy="true" aria-label={label} className={styles.skeleton}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <i key={row} data-width={WIDTHS[row % WIDTHS.length]} />
      ))}
    </div>
  );
}
