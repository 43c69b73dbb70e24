import { beforeEach, expect, test } from 'vitest';
import { client } from '#renderer/api/client.ts';
import { doorClient } from '#renderer/api/door-client.ts';
import { createQueryClient, makeStale } from '#renderer/api/query-client.ts';
import { RequestIds } from '#renderer/api/request-ids.ts';
import { contract } from '#shared/contract.ts';
import type { CallRequest } from '#shared/rpc/bridge.ts';
import { AppError, type Reply } from '#shared/rpc/fault.ts';
import { writeReply } from '#shared/rpc/reply-text.ts';

/** The far side of the bridge: keeps what was asked and answers as the test says. */
const asked: CallRequest[] = [];
let answer: Reply<unknown>;

beforeEach(() => {
  asked.length = 0;
  answer = { ok: true, value: {} };
  Object.assign(globalThis, {
    window: {
      vastaanotto: {
        call: async (request: CallRequest) => {
          asked.push(request);
          return writeReply(answer);
        },
      },
    },
  });
});

const someone = '019a0000-0000-7000-8000-000000000000';

test('there is a member for every procedure of the contract and for nothing else', () => {
  const names = (record: object) =>
    Object.entries(record).map(([feature, members]) => [feature, Object.keys(members)]);
  expect(names(client)).toEqual(names(contract));
});

test('a query asks its own procedure and caches by feature, name and input', async () => {
  answer = { ok: true, value: { number: 10001 } };
  const queryClient = createQueryClient();
  expect(await queryClient.fetchQuery(client.customers.nextNumber())).toEqual({ number: 10001 });
  expect(asked).toMatchObject([{ feature: 'customers', name: 'nextNumber', input: {} }]);
  expect(client.customers.card({ customerId: someone }).queryKey).toEqual([
    'customers',
    'card',
    { customerId: someone },
  ]);
});

test('a fault is thrown as it came and is not tried again', async () => {
  answer = { ok: false, fault: { kind: 'forbidden' } };
  const failed = createQueryClient().fetchQuery(client.settings.clinic());
  await expect(failed).rejects.toEqual(new AppError({ kind: 'forbidden' }));
  expect(asked).toHaveLength(1);
});

test('a command makes only the families that it names stale', async () => {
  const queryClient = createQueryClient();
  await queryClient.fetchQuery(client.customers.nextNumber());
  await queryClient.fetchQuery(client.settings.clinic());
  makeStale(queryClient, client.customers.register.stale);
  const isStale = (key: readonly unknown[]) => queryClient.getQueryState(key)?.isInvalidated;
  expect(isStale(client.customers.nextNumber().queryKey)).toBe(true);
  expect(isStale(client.settings.clinic().queryKey)).toBe(false);
});

test('every call has an id of its own, and the same input after a failure keeps its id', () => {
  const ids = new RequestIds();
  const first = ids.idFor({ name: 'Aino' });
  expect(ids.idFor({ name: 'Aino' })).toBe(first);
  expect(ids.idFor({ name: 'Eero' })).not.toBe(first);
  const second = ids.idFor({ name: 'Aino' });
  expect(second).not.toBe(first);
  ids.answered();
  expect(ids.idFor({ name: 'Aino' })).not.toBe(second);
});

test('the door’s own client says of its calls what the contract says', () => {
  for (const name of Object.keys(doorClient.auth) as (keyof typeof doorClient.auth)[]) {
    const policy = (member: object) => JSON.stringify({ ...member });
    expect(policy(doorClient.auth[name])).toBe(policy(client.auth[name]));
  }
});
