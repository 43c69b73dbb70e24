import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { type Counters, openCounters } from '../support/counters.ts';
import { type ProbePorts, tryEverything } from '../support/network-probe.ts';

let launched: LaunchedApp;
let counters: Counters;
let ports: ProbePorts;

beforeAll(async () => {
  counters = await openCounters();
  ports = { tcpPort: counters.tcpPort, udpPort: counters.udpPort };
  launched = await launchApp({ triesForbidden: true });
});

afterAll(async () => {
  await launched?.close();
  counters?.close();
});

test('the network is closed to pages without any content policy, and to main', async () => {
  const address = `http://127.0.0.1:${counters.tcpPort}/`;
  const outcomes = await launched.app.evaluate(
    async ({ BrowserWindow, net }, { url, attempts, ports }) => {
      const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
      const refused = (reach: Promise<unknown>) => reach.then(() => 'reached').catch(() => 'refused');
      const results = [await refused(window.loadURL(url)), await refused(net.fetch(url))];
      await window.loadURL('about:blank');
      await window.webContents.executeJavaScript(`(${attempts})(${JSON.stringify(ports)})`);
      window.destroy();
      return results;
    },
    {
      url: address,
      attempts: tryEverything.toString(),
      ports,
    },
  );
  expect(outcomes).toEqual(['refused', 'refused']);
  expect(counters.count()).toEqual({ tcp: 0, udp: 0 });
});

test('the counters would have seen it', async () => {
  const socket = connect(counters.tcpPort, '127.0.0.1');
  const udp = createSocket('udp4');
  udp.send('x', counters.udpPort, '127.0.0.1');
  await once(socket, 'close');
  await expect.poll(() => counters.count()).toEqual({ tcp: 1, udp: 1 });
  udp.close();
});
