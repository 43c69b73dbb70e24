import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { type Counters, openCounters } from '../support/counters.ts';

let launched: LaunchedApp;
let counters: Counters;
let ports: { tcpPort: number; udpPort: number };

beforeAll(async () => {
  counters = await openCounters();
  ports = { tcpPort: counters.tcpPort, udpPort: counters.udpPort };
  launched = await launchApp({ triesForbidden: true });
});

afterAll(async () => {
  await launched?.close();
  counters?.close();
});

/** Everything that a page can do to reach out. Runs in a page; settles when each attempt has failed or ended. */
async function tryEverything({ tcpPort, udpPort }: { tcpPort: number; udpPort: number }): Promise<void> {
  const target = `http://127.0.0.1:${tcpPort}/`;
  const settled = (element: EventTarget) =>
    new Promise((resolve) => {
      for (const end of ['load', 'error', 'close']) element.addEventListener(end, resolve);
      // Some of what is refused never says so.
      setTimeout(resolve, 1500);
    });
  const added = (tag: string, attributes: object) => {
    const element = Object.assign(document.createElement(tag), attributes);
    document.head.append(element);
    return settled(element);
  };
  const guarded = (attempt: () => unknown) =>
    Promise.resolve()
      .then(attempt)
      .catch(() => undefined);
  const request = () => {
    const xhr = new XMLHttpRequest();
    xhr.open('GET', target);
    xhr.send();
    return settled(xhr);
  };
  const stun = async () => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${udpPort}` }] });
    peer.createDataChannel('probe');
    await peer.setLocalDescription(await peer.createOffer());
    if (peer.iceGatheringState === 'complete') return;
    await new Promise((resolve) => {
      peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && resolve(undefined);
      setTimeout(resolve, 3000);
    });
  };
  await Promise.all(
    [
      () => fetch(target, { mode: 'no-cors' }),
      request,
      () => settled(Object.assign(new Image(), { src: target })),
      () => settled(new WebSocket(`ws://127.0.0.1:${tcpPort}/`)),
      () => settled(new EventSource(target)),
      () => navigator.sendBeacon(target, 'x'),
      () => added('link', { rel: 'prefetch', href: target }),
      () => added('link', { rel: 'preconnect', href: target }),
      () => added('link', { rel: 'dns-prefetch', href: target }),
      () => added('link', { rel: 'stylesheet', href: target }),
      () => added('iframe', { src: target }),
      () => added('script', { src: target }),
      stun,
    ].map(guarded),
  );
}

test('nothing that the page tries reaches the network', async () => {
  await launched.page.evaluate(tryEverything, ports);
  expect(counters.count()).toEqual({ tcp: 0, udp: 0 });
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
