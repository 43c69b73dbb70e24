export interface ProbePorts {
  tcpPort: number;
  udpPort: number;
}

/**
 * Everything that a page can do to reach out. Runs in a page, so it stands alone; settles when each attempt has
 * failed or ended.
 * @returns the names of the attempts, so that a test sees that all of them were made
 */
export async function tryEverything({ tcpPort, udpPort }: ProbePorts): Promise<string[]> {
  const target = `http://127.0.0.1:${tcpPort}/`;
  const settled = (element: EventTarget) =>
    new Promise((resolve) => {
      for (const end of ['load', 'error', 'close', 'loadeddata']) element.addEventListener(end, resolve);
      // Some of what is refused never says so.
      setTimeout(resolve, 1500);
    });
  const added = (tag: string, attributes: object) => {
    const element = Object.assign(document.createElement(tag), attributes);
    (document.body ?? document.documentElement).append(element);
    return settled(element);
  };
  const link = (rel: string, attributes = {}) => added('link', { rel, href: target, ...attributes });
  const request = () => {
    const xhr = new XMLHttpRequest();
    xhr.open('GET', target);
    xhr.send();
    return settled(xhr);
  };
  const peer = async (server: RTCIceServer) => {
    const connection = new RTCPeerConnection({ iceServers: [server] });
    connection.createDataChannel('probe');
    await connection.setLocalDescription(await connection.createOffer());
    if (connection.iceGatheringState === 'complete') return;
    await new Promise((resolve) => {
      connection.onicegatheringstatechange = () =>
        connection.iceGatheringState === 'complete' && resolve(undefined);
      setTimeout(resolve, 3000);
    });
  };
  const painted = (property: string) => {
    const box = document.createElement('div');
    box.style.setProperty(property, `url(${target})`);
    box.style.setProperty('height', '10px');
    (document.body ?? document.documentElement).append(box);
    return settled(box);
  };
  const submitted = (attributes: object) => {
    const form = Object.assign(document.createElement('form'), { action: target, ...attributes });
    (document.body ?? document.documentElement).append(form);
    form.submit();
    return settled(form);
  };
  const clicked = (attributes: object) => {
    const anchor = Object.assign(document.createElement('a'), attributes);
    (document.body ?? document.documentElement).append(anchor);
    anchor.click();
    return settled(anchor);
  };
  const attempts: Record<string, () => unknown> = {
    fetch: () => fetch(target, { mode: 'no-cors' }),
    'fetch that outlives the page': () => fetch(target, { mode: 'no-cors', keepalive: true, method: 'POST' }),
    xhr: request,
    image: () => settled(Object.assign(new Image(), { src: target })),
    'set of images': () => settled(Object.assign(new Image(), { srcset: `${target} 1x` })),
    audio: () => settled(new Audio(target)),
    video: () => added('video', { src: target, poster: target }),
    object: () => added('object', { data: target }),
    embed: () => added('embed', { src: target }),
    'web socket': () => settled(new WebSocket(`ws://127.0.0.1:${tcpPort}/`)),
    'event source': () => settled(new EventSource(target)),
    'web transport': () => {
      const { WebTransport } = window as unknown as {
        WebTransport: new (url: string) => { closed: Promise<void> };
      };
      return new WebTransport(`https://127.0.0.1:${udpPort}/`).closed;
    },
    beacon: () => navigator.sendBeacon(target, 'x'),
    prefetch: () => link('prefetch'),
    preconnect: () => link('preconnect'),
    'dns prefetch': () => link('dns-prefetch'),
    preload: () => link('preload', { as: 'image' }),
    'module preload': () => link('modulepreload'),
    'style sheet': () => link('stylesheet'),
    icon: () => link('icon'),
    manifest: () => link('manifest'),
    'background image': () => painted('background-image'),
    cursor: () => painted('cursor'),
    font: () => new FontFace('probe', `url(${target})`).load(),
    frame: () => added('iframe', { src: target }),
    script: () => added('script', { src: target }),
    worker: () => settled(new Worker(target)),
    'shared worker': () => settled(new SharedWorker(target)),
    'service worker': () => navigator.serviceWorker.register(target),
    'form by get': () => submitted({ method: 'get' }),
    'form by post': () => submitted({ method: 'post' }),
    'form to a new window': () => submitted({ method: 'post', target: '_blank' }),
    'link with a ping': () => clicked({ href: '#', ping: target }),
    download: () => clicked({ href: target, download: 'x' }),
    'new window': () => window.open(target),
    stun: () => peer({ urls: `stun:127.0.0.1:${udpPort}` }),
    turn: () => peer({ urls: `turn:127.0.0.1:${udpPort}?transport=udp`, username: 'x', credential: 'x' }),
    'turn by tcp': () =>
      peer({ urls: `turn:127.0.0.1:${tcpPort}?transport=tcp`, username: 'x', credential: 'x' }),
  };
  const guarded = (attempt: () => unknown) =>
    Promise.race([
      Promise.resolve()
        .then(attempt)
        .catch(() => undefined),
      new Promise((resolve) => setTimeout(resolve, 4000)),
    ]);
  await Promise.all(Object.values(attempts).map(guarded));
  return Object.keys(attempts);
}
