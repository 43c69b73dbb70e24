import { hashRaw } from '@node-rs/argon2';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decrypt, deriveKey, encrypt } from '#main/register/vault/aead.ts';
import {
  calibrateCost,
  freshKdf,
  type Kdf,
  type KdfCost,
  minimumCost,
  passwordBits,
} from '#main/register/vault/kdf.ts';
import {
  sealingKeyPair,
  sealingPublicKey,
  sharedSecret,
  sign,
  signingPublicKey,
  verify,
} from '#main/register/vault/key-pairs.ts';
import { openSealed, seal } from '#main/register/vault/sealed.ts';

const raw = (hex: string) => Buffer.from(hex, 'hex').toString('base64url');
const about = Buffer.from('what it is for');

test('X25519 gives the keys and the secret of RFC 7748, section 6.1', () => {
  const alice = raw('77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a');
  const bob = raw('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb');
  expect(sealingPublicKey(alice)).toBe(
    raw('8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a'),
  );
  const secret = '4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742';
  expect(sharedSecret(alice, sealingPublicKey(bob)).toString('hex')).toBe(secret);
  expect(sharedSecret(bob, sealingPublicKey(alice)).toString('hex')).toBe(secret);
});

test.each(['00'.repeat(32), `01${'00'.repeat(31)}`])(
  'X25519 refuses the public key %s of small order',
  (key) => {
    expect(() => sharedSecret(sealingKeyPair().privateKey, raw(key))).toThrow();
  },
);

test('Ed25519 gives the key and the signature of RFC 8032, section 7.1, test 2', () => {
  const key = raw('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb');
  const publicKey = raw('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
  const signature = sign(key, Buffer.from([0x72]));
  expect(signingPublicKey(key)).toBe(publicKey);
  expect(signature.toString('hex')).toBe(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
      '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  );
  expect(verify(publicKey, Buffer.from([0x72]), signature)).toBe(true);
  expect(verify(publicKey, Buffer.from([0x73]), signature)).toBe(false);
});

test('the library computes Argon2id as its reference implementation does', async () => {
  const options = {
    memoryCost: 65_536,
    timeCost: 2,
    parallelism: 1,
    outputLen: 32,
    algorithm: 2,
    version: 1,
  };
  const bits = await hashRaw('password', { ...options, salt: Buffer.from('somesalt') });
  expect(bits.toString('hex')).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7');
});

test('a password gives the bits that plain Argon2id gives for its NFKC form', async () => {
  const kdf = freshKdf(minimumCost);
  const expected = await hashRaw(Buffer.from('päätä'.normalize('NFC'), 'utf8'), {
    memoryCost: kdf.memoryKiB,
    timeCost: kdf.passes,
    parallelism: kdf.lanes,
    salt: Buffer.from(kdf.salt, 'base64url'),
  });
  expect(await passwordBits('päätä'.normalize('NFD'), kdf)).toEqual(expected);
});

test('hash parameters out of bounds are refused where the hash is made, too', async () => {
  const wrong: Partial<Kdf>[] = [
    { memoryKiB: 65_535 },
    { passes: 2 },
    { lanes: 5 },
    { memoryKiB: 2 ** 21 },
    { passes: 17 },
  ];
  for (const change of wrong) {
    const attempt = passwordBits('password', { ...freshKdf(minimumCost), ...change });
    await expect(attempt).rejects.toMatchObject({ fault: { kind: 'hostile', reason: 'kdf-parameters' } });
  }
});

test('one hash runs at a time: a cheap one waits for the costly one before it', async () => {
  const order: string[] = [];
  const hash = async (name: string, passes: number) => {
    await passwordBits('password', freshKdf({ ...minimumCost, passes }));
    order.push(name);
  };
  await Promise.all([hash('costly', 12), hash('cheap', 3)]);
  expect(order).toEqual(['costly', 'cheap']);
});

test('each salt is new', () => {
  expect(freshKdf(minimumCost).salt).not.toBe(freshKdf(minimumCost).salt);
});

/** A computer on which the minimum hash takes so many milliseconds. */
const computer = (minimumMs: number) => {
  const time = (cost: KdfCost) =>
    minimumMs * (cost.passes / minimumCost.passes) * (cost.memoryKiB / minimumCost.memoryKiB);
  return { time, calibrated: calibrateCost(async (cost) => time(cost)) };
};

test.each([40, 60, 100, 150, 200, 300])(
  'where the minimum takes %i ms, a hash comes to take 0.5 to 1 s',
  async (ms) => {
    const { time, calibrated } = computer(ms);
    const cost = await calibrated;
    expect(time(cost)).toBeGreaterThanOrEqual(500);
    expect(time(cost)).toBeLessThanOrEqual(1000);
  },
);

test('a slow computer gets the minimum and never less, a very fast one stays within what a vault may ask', async () => {
  expect(await computer(3_000).calibrated).toEqual(minimumCost);
  const fast = await computer(1).calibrated;
  expect(fast).toEqual({ memoryKiB: 256 * 1024, passes: 16, lanes: 4 });
});

test('calibrated for real, a hash is within the bounds', async () => {
  const cost = await calibrateCost();
  await expect(passwordBits('password', freshKdf(cost))).resolves.toHaveLength(32);
});

test('what is sealed to a key opens with that key and for that purpose only', () => {
  const { publicKey, privateKey } = sealingKeyPair();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (message) => {
      const sealed = seal(publicKey, message, about);
      expect(openSealed(privateKey, sealed, about)).toEqual(Buffer.from(message));
      expect(openSealed(sealingKeyPair().privateKey, sealed, about)).toBeUndefined();
      expect(openSealed(privateKey, sealed, Buffer.from('another purpose'))).toBeUndefined();
      const other = seal(publicKey, message, about);
      expect(openSealed(privateKey, { ...sealed, ephemeralKey: other.ephemeralKey }, about)).toBeUndefined();
      expect(other.ciphertext).not.toBe(sealed.ciphertext);
    }),
    { seed: 20261122, numRuns: 50 },
  );
});

test('a sealed message with a worthless ephemeral key does not open', () => {
  const { publicKey, privateKey } = sealingKeyPair();
  const sealed = seal(publicKey, Buffer.from('message'), about);
  expect(openSealed(privateKey, { ...sealed, ephemeralKey: raw('00'.repeat(32)) }, about)).toBeUndefined();
});

test('one flipped bit anywhere in a ciphertext, its tag or its nonce keeps it shut', () => {
  const key = deriveKey(Buffer.from('secret'), Buffer.alloc(0), 'test');
  const { nonce, ciphertext } = encrypt(key, Buffer.from('message'), about);
  const flip = (text: string, bit: number) => {
    const bytes = Buffer.from(text, 'base64url');
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    return bytes.toString('base64url');
  };
  for (let bit = 0; bit < (7 + 16) * 8; bit += 1) {
    expect(decrypt(key, { nonce, ciphertext: flip(ciphertext, bit) }, about)).toBeUndefined();
  }
  for (let bit = 0; bit < 12 * 8; bit += 1) {
    expect(decrypt(key, { nonce: flip(nonce, bit), ciphertext }, about)).toBeUndefined();
  }
  expect(decrypt(key, { nonce, ciphertext }, about)?.toString()).toBe('message');
});

test('keys derived for different purposes differ', () => {
  const secret = Buffer.from('secret');
  expect(deriveKey(secret, Buffer.alloc(0), 'slot')).not.toEqual(
    deriveKey(secret, Buffer.alloc(0), 'sealed'),
  );
});
