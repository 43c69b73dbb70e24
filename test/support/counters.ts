import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** Local ports that count whatever reaches them. */
export interface Counters {
  tcpPort: number;
  udpPort: number;
  /** Connections and packets so far. */
  count(): { tcp: number; udp: number };
  close(): void;
}

export async function openCounters(): Promise<Counters> {
  const seen = { tcp: 0, udp: 0 };
  const tcp = createServer((socket) => {
    seen.tcp++;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  const udp = createSocket('udp4', () => seen.udp++).bind(0, '127.0.0.1');
  await Promise.all([once(tcp, 'listening'), once(udp, 'listening')]);
  return {
    tcpPort: (tcp.address() as AddressInfo).port,
    udpPort: udp.address().port,
    count: () => ({ ...seen }),
    close: () => {
      tcp.close();
      udp.close();
    },
  };
}
