import {
  type BrowserWindow,
  type BrowserWindowConstructorOptions,
  nativeTheme,
  type TitleBarOverlayOptions,
} from 'electron';
import type { Theme, TitleBarTone } from '#shared/desktop.ts';

/** Height of the top bar of the design, at 100 % zoom. */
const height = 44;

/** What a customer reads is white in both themes; `--paper-ink-2` for the buttons. */
const paper = ['#ffffff', '#46534f'] as const;

/** `--spine`, `--spine-dim`, `--surface` and `--ink-3` of the design tokens. */
const colours = {
  light: { spine: ['#0d3540', '#a9c5cb'], surface: ['#fdfdfc', '#56635f'], paper },
  dark: { spine: ['#081c22', '#a9c5cb'], surface: ['#161e1f', '#9babaa'], paper },
} as const;

/** No bar of the system's: the page's own top bar is the bar, with the system's buttons laid over its end. */
export function titleBarOptions(tone: TitleBarTone): BrowserWindowConstructorOptions {
  return { titleBarStyle: 'hidden', titleBarOverlay: overlay(tone), backgroundColor: background(tone) };
}

/** Keeps the buttons in the colour of what lies below them, in both themes. */
export class TitleBar {
  readonly #window: BrowserWindow;
  #tone: TitleBarTone;

  constructor(window: BrowserWindow, tone: TitleBarTone) {
    this.#window = window;
    this.#tone = tone;
    const repaint = () => this.#paint();
    nativeTheme.on('updated', repaint);
    window.once('closed', () => nativeTheme.off('updated', repaint));
  }

  setTone(tone: TitleBarTone): void {
    this.#tone = tone;
    this.#paint();
  }

  #paint(): void {
    if (process.platform !== 'darwin') this.#window.setTitleBarOverlay(overlay(this.#tone));
    this.#window.setBackgroundColor(background(this.#tone));
  }
}

export function applyTheme(theme: Theme): void {
  nativeTheme.themeSource = theme;
}

function overlay(tone: TitleBarTone): TitleBarOverlayOptions {
  const [color, symbolColor] = shades()[tone];
  return { color, symbolColor, height };
}

function background(tone: TitleBarTone): string {
  return shades()[tone][0];
}

function shades(): (typeof colours)['light' | 'dark'] {
  return nativeTheme.shouldUseDarkColors ? colours.dark : colours.light;
}
