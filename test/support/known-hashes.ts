import type { hashRaw, Options } from '@node-rs/argon2';
import { vi } from 'vitest';

/*
 * The tests work on copies of one register, so within a file the same passwords meet the same salts again and again,
 * each time for a tenth of a second on all processors. What Argon2id has made of them once is remembered: the same
 * password, salt and cost always give the same bits. A fresh salt, another password or another cost is hashed as ever.
 */
const known = new Map<string, Promise<Buffer>>();

vi.mock('@node-rs/argon2', async (loadReal) => {
  const real = await loadReal<{ hashRaw: typeof hashRaw }>();
  return {
    ...real,
    hashRaw(password: Buffer, options: Options & { readonly salt: Buffer }): Promise<Buffer> {
      const { salt, ...cost } = options;
      const asked = JSON.stringify([password.toString('hex'), salt.toString('hex'), cost]);
      const bits = known.get(asked) ?? real.hashRaw(password, options);
      known.set(asked, bits);
      return bits.then((bytes) => Buffer.from(bytes));
    },
  };
});
