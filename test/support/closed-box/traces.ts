import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unlock } from '#main/register/vault/unlock.ts';
import { vaultPlace } from '#main/register/vault/vault-place.ts';
import { type LaunchedApp, type LaunchOptions, launchApp } from '../app.ts';
import { callBridge } from '../bridge.ts';
import { ainoMallikas } from '../customers.ts';
import { answerSaveDialog } from '../exported-report.ts';
import { isRunning, processesOf } from '../processes.ts';
import { type Secrets, tracesInFiles, tracesInProcesses, tracesInTexts } from '../traces.ts';

/** What of the register is to be found outside of it. @param which the built app, or a package */
export function tracesTests(which: LaunchOptions = {}): void {
  const password = 'kanarian keltainen laulu';
  const customer = {
    ...ainoMallikas,
    hetu: '120391-931N',
    birthDate: '12.3.1991',
    lastName: 'Kanarialintunen',
    firstNames: 'Sirkutus Höyhen',
    nameInUse: 'Sirkutus',
    phone: '050 000 0931',
    email: 'sirkutus@orsi.example',
    street: 'Häkkikuja 31',
  };
  const note = 'Toi oman tyynyn mukanaan';

  let world: string;
  let launched: LaunchedApp;
  let secrets: Secrets;

  const place = (name: string) => join(world, name);

  /** Calls the bridge and takes the value, which must be there. */
  async function value<T>(feature: string, name: string, input: unknown = {}): Promise<T> {
    const reply = await callBridge(launched.page, feature, name, input);
    if (!reply.ok) throw new Error(`${feature}.${name}: ${reply.fault.kind}`);
    return reply.value as T;
  }

  async function createRegister(): Promise<string[]> {
    const { groups } = await value<{ groups: string[] }>('auth', 'newRecoveryKey');
    await value('auth', 'createRegister', {
      clinic: {
        name: 'Mallilan Hoitohuone Oy',
        businessId: '9999999-2',
        street: 'Esimerkkitie 12',
        postalCode: '13100',
        city: 'Hämeenlinna',
        phone: '019 000 0100',
        email: 'toimisto@mallila.example',
        dataContact: 'Marja Esimäki',
      },
      person: { name: 'Marja Esimäki', password, confidentialityAccepted: true },
      recoveryGroups: [1, 9].map((number) => ({ number, text: groups[number - 1] })),
    });
    await launched.app.evaluate(({ dialog }, folder) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] });
    }, place('backups'));
    await value('backup', 'choosePlace');
    return groups;
  }

  async function registerCustomerWithVisit(): Promise<string> {
    const customerId = uuidv7();
    await value('customers', 'register', { id: customerId, form: customer, consents: [] });
    const { items, practitioners } = await value<{
      items: { id: string; name: string; unitPriceCents: number; vatRate: number }[];
      practitioners: { id: string }[];
    }>('visits', 'priceList');
    const [service] = items;
    await value('visits', 'log', {
      id: uuidv7(),
      customerId,
      at: new Date().toISOString(),
      kind: 'visit',
      serviceId: service?.id,
      practitionerId: practitioners[0]?.id,
      lines: [
        {
          id: uuidv7(),
          itemId: service?.id,
          name: service?.name,
          quantity: 1,
          unitPriceCents: service?.unitPriceCents,
          vatRate: service?.vatRate,
          discountRate: 0,
          discountCents: 0,
        },
      ],
      paymentMethod: 'card',
      note,
    });
    return customerId;
  }

  async function databaseKeyNow(): Promise<string> {
    const folder = vaultPlace(place('data/register'));
    return (await unlock(folder, { typedName: 'Marja Esimäki' }, password)).databaseKey;
  }

  interface Titled {
    titles: string[];
  }

  /** Notes in main what each further window is called when it goes, and each page when it is shown. */
  function noteTitles(): Promise<void> {
    return launched.app.evaluate(({ app }) => {
      const titled: Titled = { titles: [] };
      Object.assign(globalThis, { titled });
      app.on('browser-window-created', (_event, window) => {
        const destroy = window.destroy.bind(window);
        window.destroy = () => {
          titled.titles.push(window.getTitle());
          destroy();
        };
      });
    });
  }

  /** The names of every window so far: those that are gone and those that are there. */
  function titlesOfWindows(): Promise<string[]> {
    return launched.app.evaluate(({ BrowserWindow }) => {
      const { titled } = globalThis as unknown as { titled: Titled };
      return [...titled.titles, ...BrowserWindow.getAllWindows().map((window) => window.getTitle())];
    });
  }

  beforeAll(async () => {
    world = await mkdtemp(join(tmpdir(), 'vastaanotto-traces-'));
    for (const name of ['data', 'home', 'tmp', 'backups', 'exports']) await mkdir(place(name));
    launched = await launchApp({
      ...which,
      dataDir: place('data'),
      env: {
        HOME: place('home'),
        TMPDIR: place('tmp'),
        XDG_CONFIG_HOME: place('home'),
        XDG_CACHE_HOME: place('home'),
      },
    });
    await noteTitles();
    const groups = await createRegister();
    const customerId = await registerCustomerWithVisit();
    await answerSaveDialog(launched.app, place('exports/report.zip'));
    const { passphrase } = await value<{ passphrase: string }>('reports', 'exportCustomer', { customerId });
    const { oneTimePassphrase } = await value<{ oneTimePassphrase: string }>('accounts', 'add', {
      name: 'Helmi Testola',
      roles: ['reception'],
    });
    const firstKey = await databaseKeyNow();
    await value('keys', 'rotate');
    const databaseKey = await databaseKeyNow();
    secrets = {
      'database key': databaseKey,
      'database key as bytes': Buffer.from(databaseKey, 'hex').toString('latin1'),
      'first database key': firstKey,
      'first database key as bytes': Buffer.from(firstKey, 'hex').toString('latin1'),
      password,
      'one-time passphrase': oneTimePassphrase,
      'one-time passphrase without dashes': oneTimePassphrase.replaceAll('-', ''),
      'recovery key': groups.slice(2, 4).join('-'),
      'recovery key without dashes': groups.slice(2, 4).join(''),
      'recovery key with spaces': groups.slice(2, 4).join(' '),
      'export passphrase': passphrase,
      hetu: customer.hetu,
      'last name': customer.lastName,
      'first names': customer.firstNames,
      phone: customer.phone,
      'phone without spaces': customer.phone.replaceAll(' ', ''),
      'phone as stored': '+358500000931',
      'e-mail': customer.email,
      street: customer.street,
      note,
    };
  });

  afterAll(async () => {
    await launched?.close();
    await rm(world, { recursive: true, force: true, maxRetries: 10 });
  });

  const named = (ending: string) => `"${customer.lastName}"${ending}`;

  test.each([
    ['text in capitals, as Windows keeps it', Buffer.from(named('').toUpperCase(), 'utf16le')],
    ['hex', Buffer.from(named('')).toString('hex')],
    ['base64', Buffer.from(named('')).toString('base64')],
    ['base64 of a longer text', Buffer.from(`a${named('c')}`).toString('base64')],
  ])('the search for traces finds what is planted as %s', async (_name, planted) => {
    await writeFile(place('tmp/planted'), planted);
    expect(await tracesInFiles([place('tmp')], secrets)).toEqual([`last name in ${place('tmp/planted')}`]);
    await rm(place('tmp/planted'));
  });

  test('what is refused is answered without repeating what was sent', async () => {
    const refused: [feature: string, name: string, input: unknown][] = [
      ['customers', 'register', { id: uuidv7(), form: customer, consents: [] }],
      [
        'customers',
        'register',
        { id: uuidv7(), form: { ...customer, phone: customer.lastName }, consents: [] },
      ],
      ['customers', 'search', { text: customer.lastName.repeat(20), limit: 10 }],
      ['customers', 'card', { customerId: customer.hetu }],
      [
        'auth',
        'changePassword',
        { oldPassword: customer.lastName, newPassword: `${customer.lastName} ${note}` },
      ],
      ['auth', 'changePassword', { oldPassword: password, newPassword: customer.lastName }],
      ['accounts', 'add', { name: '', roles: [customer.lastName] }],
    ];
    const answers: string[] = [];
    for (const [feature, name, input] of refused) {
      const reply = await callBridge(launched.page, feature, name, input);
      expect([feature, name, reply.ok]).toEqual([feature, name, false]);
      answers.push(JSON.stringify(reply));
    }
    expect(tracesInTexts(answers, secrets)).toEqual([]);
  });

  test('what is typed, shown, copied and crashed leaves no trace on the disk, in titles or among the processes', async () => {
    const { app, page } = launched;
    await page.reload();
    await page.getByRole('combobox').waitFor();
    await page.keyboard.press('F2');
    await page.keyboard.type(customer.lastName.slice(0, 8));
    await page.getByRole('option', { name: customer.lastName }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: customer.lastName }).waitFor();
    await value('desktop', 'copyText', { text: customer.email });
    const pids = await app.evaluate(({ app: program }) => program.getAppMetrics().map(({ pid }) => pid));
    expect(await tracesInProcesses(pids, secrets)).toEqual([]);

    const titles = await titlesOfWindows();
    expect(titles.length).toBeGreaterThan(1);
    expect(tracesInTexts(titles, secrets)).toEqual([]);

    await value('backup', 'run');
    const [working] = (await processesOf(app)).register;
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    await expect.poll(() => isRunning(working ?? 0)).toBe(false);
    await launched.close();
    expect(await tracesInFiles([world], secrets)).toEqual([]);
  });

  test('the vault names the clinic and the staff and tells nothing of the rest', async () => {
    const vault = await readFile(place('data/register/vault.json'), 'utf8');
    expect(vault).toContain('Mallilan Hoitohuone Oy');
    expect(vault).toContain('Marja Esimäki');
    expect(vault).not.toMatch(/toimisto@mallila\.example|019 000 0100|9999999-2/);
  });
}
