import type { Input, WebContents } from 'electron';

export const zoomLimits = { least: 0.8, most: 2 } as const;
const step = 0.1;

const larger = new Set(['+', '=', 'Add']);
const smaller = new Set(['-', 'Subtract']);

/** The zoom that a key asks for (1 = 100 %), or null when the key is not about zoom. */
export function zoomAfterKey(
  current: number,
  input: Pick<Input, 'key' | 'control' | 'meta' | 'alt'>,
): number | null {
  if (!(input.control || input.meta) || input.alt) return null;
  if (input.key === '0') return 1;
  if (larger.has(input.key)) return within(current + step);
  if (smaller.has(input.key)) return within(current - step);
  return null;
}

/** Ctrl +, − and 0, and Ctrl with the wheel. Pinching would enlarge without a new layout, so it is off. */
export function allowZoom(contents: WebContents): void {
  contents.on('before-input-event', (event, input) => {
    const zoom = input.type === 'keyDown' ? zoomAfterKey(contents.getZoomFactor(), input) : null;
    if (zoom === null) return;
    event.preventDefault();
    contents.setZoomFactor(zoom);
  });
  contents.on('zoom-changed', (_event, direction) => {
    const change = direction === 'in' ? step : -step;
    contents.setZoomFactor(within(contents.getZoomFactor() + change));
  });
  contents.on('did-finish-load', () => void contents.setVisualZoomLevelLimits(1, 1));
}

function within(zoom: number): number {
  const steps = Math.round(zoom / step) * step;
  return Number(Math.min(zoomLimits.most, Math.max(zoomLimits.least, steps)).toFixed(2));
}
