import { type CSSProperties, createContext, type ReactNode, use, useState } from 'react';
import { createPortal } from 'react-dom';
import styles from './panel-slot.module.css';

const PanelSlotContext = createContext<HTMLElement | null>(null);

/**
 * A pane with room for a side panel at its end. What is deep inside the pane (a tab of the card) opens a panel
 * there with `<InPanelSlot>`; the pane becomes narrower and stays usable.
 */
export function PanelSlot({ children }: { children: ReactNode }) {
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  return (
    <PanelSlotContext value={slot}>
      <div className={styles.frame}>
        <div className={styles.pane}>{children}</div>
        <div ref={setSlot} className={styles.slot} />
      </div>
    </PanelSlotContext>
  );
}

/** Draws a panel in the slot of the pane around it. `width` is a CSS length. */
export function InPanelSlot({ width, children }: { width: string; children: ReactNode }) {
  const slot = use(PanelSlotContext);
  if (!slot) return null;
  return createPortal(
    <div className={styles.panel} style={{ '--panel-width': width } as CSSProperties}>
      {children}
    </div>,
    slot,
  );
}
