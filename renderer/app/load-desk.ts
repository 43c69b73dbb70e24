import { desktop } from '../api/desktop.ts';
import { loadAllLanguages } from '../locales/i18n.ts';

/** The desk's screens and the texts that they show; the second call gets what the first one loaded. */
export async function loadDesk() {
  const [{ Desk }] = await Promise.all([import('./desk.tsx'), loadAllLanguages()]);
  return { default: Desk };
}

/** While the person types the password, desk and register are loaded; before the door is painted it would only delay it. */
export function loadDeskAfterPaint(): () => void {
  const observer = new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length === 0) return;
    observer.disconnect();
    requestIdleCallback(() => {
      void desktop.painted();
      void loadDesk();
    });
  });
  observer.observe({ type: 'paint', buffered: true });
  return () => observer.disconnect();
}
