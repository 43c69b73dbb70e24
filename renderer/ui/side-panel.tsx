import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';
import { IconButton } from './button.tsx';
import { firstFocusable } from './focus-field.ts';
import { PanelFrame } from './panel-frame.tsx';
import styles from './side-panel.module.css';

export interface SidePanelProps {
  title: string;
  /** whom or what it is about, after the title */
  subject?: ReactNode;
  closeLabel: string;
  /** Esc and the cross. The panel is closed by taking it out of the tree. */
  onClose: () => void;
  children: ReactNode;
  /** buttons at the foot, the primary one last */
  footer?: ReactNode;
  /** Element that takes the focus at opening; without it the first field of the body does. */
  initialFocus?: RefObject<HTMLElement | null> | undefined;
}

/**
 * Work beside the customer's data: never dims the page, which stays readable and usable.
 * Moves the focus in when it opens and back to where it was when it closes.
 */
export function SidePanel(props: SidePanelProps) {
  const { title, subject, closeLabel, onClose, children, footer, initialFocus } = props;
  const titleId = useId();
  const body = useRef<HTMLDivElement>(null);
  useFocusVisit(body, initialFocus);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  return (
    <dialog open aria-labelledby={titleId} className={styles.panel} onKeyDown={closeOnEscape}>
      <PanelFrame
        title={title}
        titleId={titleId}
        subject={subject}
        end={<IconButton small label={closeLabel} icon={<X size={16} />} onPress={onClose} />}
        footer={footer}
        bodyRef={body}
      >
        {children}
      </PanelFrame>
    </dialog>
  );
}

/** Focus goes in on mount; on unmount it goes back, unless the person has already moved it elsewhere. */
function useFocusVisit(
  body: RefObject<HTMLElement | null>,
  initialFocus: RefObject<HTMLElement | null> | undefined,
) {
  const initial = useRef(initialFocus);
  useEffect(() => {
    const cameFrom = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    const panelBody = body.current;
    const first = initial.current?.current ?? (panelBody && firstFocusable(panelBody));
    first?.focus();
    return () => {
      const isElsewhere = document.activeElement !== null && document.activeElement !== document.body;
      if (!isElsewhere && cameFrom?.isConnected) cameFrom.focus();
    };
  }, [body]);
}
