import { join } from 'node:path';
import { type BrowserWindow, type Rectangle, screen } from 'electron';
import { z } from 'zod';
import { SettingsFile } from './settings-file.ts';
import { zoomLimits } from './zoom.ts';

const smallest = { width: 1280, height: 720 } as const;
const usual = { width: 1366, height: 768 } as const;

const stateSchema = z.strictObject({
  bounds: z.strictObject({ x: z.int(), y: z.int(), width: z.int(), height: z.int() }).nullable(),
  maximized: z.boolean(),
  zoom: z.number().min(zoomLimits.least).max(zoomLimits.most),
});

export type WindowStateFile = SettingsFile<typeof stateSchema>;

/** Where the window was, how large it was and how far it was zoomed. */
export function openWindowState(folder: string): Promise<WindowStateFile> {
  return SettingsFile.open(join(folder, 'window.json'), stateSchema, {
    bounds: null,
    maximized: false,
    zoom: 1,
  });
}

/** Sizes for a new window: the remembered place only if a display is still there. */
export function startingBounds({ value }: WindowStateFile): Partial<Rectangle> & {
  minWidth: number;
  minHeight: number;
} {
  const place = value.bounds && isOnADisplay(value.bounds) ? value.bounds : usual;
  return { ...place, minWidth: smallest.width, minHeight: smallest.height };
}

export async function rememberWindow(window: BrowserWindow, file: WindowStateFile): Promise<void> {
  const zoom = window.webContents.getZoomFactor();
  await file
    .save({ bounds: window.getNormalBounds(), maximized: window.isMaximized(), zoom })
    .catch(() => {});
}

function isOnADisplay(bounds: Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching(bounds);
  const right = Math.min(bounds.x + bounds.width, workArea.x + workArea.width);
  const bottom = Math.min(bounds.y + bounds.height, workArea.y + workArea.height);
  const seen = {
    width: right - Math.max(bounds.x, workArea.x),
    height: bottom - Math.max(bounds.y, workArea.y),
  };
  return seen.width > smallest.width / 4 && seen.height > smallest.height / 4;
}
