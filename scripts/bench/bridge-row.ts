import type { Page } from 'playwright';
import { uuidv7 } from 'uuidv7';
import type { Bridge } from '#shared/rpc/bridge.ts';
import type { Reply } from '#shared/rpc/fault.ts';
import { nameBeginnings } from '../fiction/words.ts';
import { atMostTimes, quantile, type Row, row } from './measure.ts';

const rounds = 300;
const warmUp = 30;
const pageSize = 50;

/** Both calls take the same way: page, main, register process and back; one of them carries fifty customers. */
export async function pageOfHitsRow(page: Page): Promise<Row> {
  const { ours, reference, fewest } = await page.evaluate(callInTurns, {
    requestIds: Array.from({ length: rounds + warmUp }, () => [uuidv7(), uuidv7()] as const),
    limit: pageSize,
    texts: nameBeginnings.map((name) => name.slice(0, 1)),
  });
  return row(
    `page of ${fewest === pageSize ? pageSize : `${fewest} to ${pageSize}`} customers through IPC, p95`,
    {
      ours: quantile(ours.slice(warmUp), 0.95),
      reference: quantile(reference.slice(warmUp), 0.95),
      against: 'a call that reads nothing',
    },
    atMostTimes(3),
  );
}

interface Calls {
  readonly requestIds: readonly (readonly [ours: string, reference: string])[];
  readonly limit: number;
  readonly texts: readonly string[];
}

/** Runs in the page, so that nothing of the benchmark lies between the two ends. Times in milliseconds. */
async function callInTurns({ requestIds, limit, texts }: Calls) {
  const { vastaanotto } = window as unknown as { vastaanotto: Bridge };
  const samples = { ours: [] as number[], reference: [] as number[], fewest: limit };
  for (const [round, [oursId, referenceId]] of requestIds.entries()) {
    const input = { text: texts[round % texts.length], limit };
    const start = performance.now();
    const hits = JSON.parse(
      await vastaanotto.call({ requestId: oursId, feature: 'customers', name: 'search', input }),
    ) as Reply<{ hits: unknown[] }>;
    const between = performance.now();
    const none = JSON.parse(
      await vastaanotto.call({ requestId: referenceId, feature: 'auth', name: 'session', input: {} }),
    ) as Reply<unknown>;
    const end = performance.now();
    if (!hits.ok || !none.ok) throw new Error('a call was refused');
    samples.ours.push(between - start);
    samples.reference.push(end - between);
    samples.fewest = Math.min(samples.fewest, hits.value.hits.length);
  }
  return samples;
}
