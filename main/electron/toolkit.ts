/**
 * GTK draws the system's dialogs only, and needs no 3D graphics for them: without this word each start loads the whole
 * of them into the main process (where there is no graphics card, a compiler too). GTK 3, "Environment Variables":
 * GDK_GL. Must run before the app is ready.
 */
export function leaveToolkitWithoutGraphics(): void {
  if (process.platform === 'linux') process.env.GDK_GL ??= 'disable';
}
