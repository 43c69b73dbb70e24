import styles from './brand.module.css';

/** The index card with its tab and tick: the only place of cloudberry yellow besides the focus. */
export function Brand() {
  return (
    <div className={styles.brand}>
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <path
          d="M2 5.2 3.1 2h5.3l1.1 3.2H16.5A1.5 1.5 0 0 1 18 6.7v9.8a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 2 16.5Z"
          fill="var(--lakka)"
        />
        <path
          d="m5.8 9.2 3.4 5.2 5-6.6"
          stroke="#0d3540"
          strokeWidth="2.1"
          strokeLinecap="round"
          strokeLinejoin="round"
          fill="none"
        />
      </svg>
      <span>Vastaanotto</span>
    </div>
  );
}
