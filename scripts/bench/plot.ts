/** One line of the plot: milliseconds at each size. */
export interface Line {
  readonly name: string;
  readonly points: readonly { readonly size: number; readonly ms: number }[];
}

const width = 860;
const height = 520;
const plot = { left: 64, right: 500, top: 56, bottom: 460 };

/** Told apart without colour too: by their marks and by the names at their ends. */
const colours = ['#0f766e', '#b45309', '#4f46e5', '#be123c', '#4d7c0f', '#7e22ce'];

/**
 * Draws both axes by powers of ten, so that what grows with the register rises at forty-five degrees and what does
 * not grow lies level. Readable on light and on dark paper: the ink follows the reader's theme.
 * @returns an SVG document
 */
export function growthPlot(title: string, lines: readonly Line[]): string {
  const points = lines.flatMap((line) => line.points);
  const x = axis(
    points.map(({ size }) => size),
    plot.left,
    plot.right,
  );
  const y = axis(
    points.map(({ ms }) => ms),
    plot.bottom,
    plot.top,
  );
  const labels = spread(lines.map((line) => y.at(line.points.at(-1)?.ms ?? 1)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">`,
    `<style>
  svg { color: #1f2937; background: #ffffff; font: 13px system-ui, sans-serif }
  .grid { stroke: currentColor; opacity: .15 }
  @media (prefers-color-scheme: dark) { svg { color: #e5e7eb; background: #111827 } .line { filter: brightness(1.7) } }
</style>`,
    `<text x="${plot.left}" y="26" font-weight="600" fill="currentColor">${escaped(title)}</text>`,
    ...x.powers.map((value) => grid(x.at(value), plot.top, x.at(value), plot.bottom)),
    ...y.powers.map((value) => grid(plot.left, y.at(value), plot.right, y.at(value))),
    ...x.powers.map((value) => text(x.at(value), plot.bottom + 22, 'middle', count(value))),
    ...y.powers.map((value) => text(plot.left - 8, y.at(value) + 4, 'end', duration(value))),
    text((plot.left + plot.right) / 2, plot.bottom + 46, 'middle', 'customers in the register'),
    ...lines.map((line, index) => drawn(line, index, x.at, y.at, labels[index] ?? 0)),
    '</svg>',
    '',
  ].join('\n');
}

function axis(values: readonly number[], from: number, to: number) {
  const low = Math.floor(Math.log10(Math.min(...values)) + 1e-9);
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values)) - 1e-9));
  return {
    at: (value: number) => round(from + ((Math.log10(value) - low) / (high - low)) * (to - from)),
    powers: Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index)),
  };
}

function drawn(
  { name, points }: Line,
  index: number,
  x: (size: number) => number,
  y: (ms: number) => number,
  labelY: number,
): string {
  const colour = colours[index % colours.length];
  const last = points.at(-1) ?? { size: 1, ms: 1 };
  const path = points.map(({ size, ms }) => `${x(size)},${y(ms)}`).join(' ');
  const marks = points.map(({ size, ms }) => mark(index, x(size), y(ms)));
  const leader = `${x(last.size)},${y(last.ms)} ${plot.right + 24},${labelY}`;
  return `<g class="line" stroke="${colour}" fill="${colour}">
  <polyline points="${path}" fill="none" stroke-width="2"/>
  <polyline points="${leader}" fill="none" stroke-dasharray="2 3"/>
  ${marks.join('')}
  <text x="${plot.right + 30}" y="${labelY + 4}" stroke="none">${escaped(name)}: ${duration(last.ms)}</text>
</g>`;
}

function mark(index: number, x: number, y: number): string {
  if (index % 3 === 0) return `<circle cx="${x}" cy="${y}" r="4"/>`;
  if (index % 3 === 1) return `<rect x="${x - 4}" y="${y - 4}" width="8" height="8"/>`;
  return `<path d="M${x} ${y - 5}l5 9h-10z"/>`;
}

/** Heights of the names, in the same order as the lines and never closer than a line of text. */
function spread(wanted: readonly number[]): number[] {
  const gap = 20;
  const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at);
  let free = plot.top;
  for (const label of order) {
    label.at = Math.max(label.at, free);
    free = label.at + gap;
  }
  const over = Math.max(0, free - gap - plot.bottom);
  const heights = new Array<number>(wanted.length).fill(0);
  for (const { at, index } of order) heights[index] = round(at - over);
  return heights;
}

const grid = (x1: number, y1: number, x2: number, y2: number) =>
  `<line class="grid" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"/>`;
const text = (x: number, y: number, anchor: string, words: string) =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="currentColor">${words}</text>`;
const round = (value: number) => Math.round(value * 10) / 10;
const count = (value: number) => value.toLocaleString('en-GB').replaceAll(',', ' ');
const escaped = (words: string) =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function duration(ms: number): string {
  if (ms >= 1000) return `${Number((ms / 1000).toPrecision(2))} s`;
  return `${Number(ms.toPrecision(2))} ms`;
}
