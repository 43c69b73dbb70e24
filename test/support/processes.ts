import type { ElectronApplication } from 'playwright';

interface Processes {
  /** Every register process that the app has. */
  register: number[];
  /** The process that shows the page. */
  page: number;
}

export function processesOf(app: ElectronApplication): Promise<Processes> {
  return app.evaluate(({ app: program, BrowserWindow }) => ({
    register: program
      .getAppMetrics()
      .filter(({ name }) => name === 'Vastaanotto register')
      .map(({ pid }) => pid),
    page: BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
  }));
}

/** Whether the operating system still knows the process. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Stops the register process, so that what is under way stays as it is while the screen is looked at. */
export async function whileRegisterRests(
  { app }: { readonly app: ElectronApplication },
  look: () => Promise<void>,
): Promise<void> {
  const { register } = await processesOf(app);
  for (const pid of register) process.kill(pid, 'SIGSTOP');
  try {
    await look();
  } finally {
    for (const pid of register) process.kill(pid, 'SIGCONT');
  }
}
