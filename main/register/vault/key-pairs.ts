import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  type KeyObject,
  sign as signWith,
  verify as verifyWith,
} from 'node:crypto';

/** Raw 32-byte keys as base64url: X25519 (RFC 7748) for sealing, Ed25519 (RFC 8032) for signing. */
export interface KeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

type Curve = 'x25519' | 'ed25519';

/** The fixed DER beginnings of RFC 8410, before the 32 raw bytes. */
const derPrefix = {
  x25519: { public: '302a300506032b656e032100', private: '302e020100300506032b656e04220420' },
  ed25519: { public: '302a300506032b6570032100', private: '302e020100300506032b657004220420' },
} as const;

export function sealingKeyPair(): KeyPair {
  return fromPrivate(generateKeyPairSync('x25519').privateKey);
}

export function signingKeyPair(): KeyPair {
  return fromPrivate(generateKeyPairSync('ed25519').privateKey);
}

export function sealingPublicKey(privateKey: string): string {
  return publicRaw(privateObject('x25519', privateKey));
}

export function signingPublicKey(privateKey: string): string {
  return publicRaw(privateObject('ed25519', privateKey));
}

/**
 * The shared secret of X25519.
 * @throws when it would be all zero: OpenSSL and BoringSSL refuse public keys of small order (RFC 7748, section 6.1)
 */
export function sharedSecret(privateKey: string, publicKey: string): Buffer {
  return diffieHellman({
    privateKey: privateObject('x25519', privateKey),
    publicKey: publicObject('x25519', publicKey),
  });
}

export function sign(privateKey: string, bytes: Uint8Array): Buffer {
  return signWith(null, bytes, privateObject('ed25519', privateKey));
}

export function verify(publicKey: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  return verifyWith(null, bytes, publicObject('ed25519', publicKey), signature);
}

function fromPrivate(key: KeyObject): KeyPair {
  const privateKey = key.export({ format: 'der', type: 'pkcs8' }).subarray(-32).toString('base64url');
  return { publicKey: publicRaw(key), privateKey };
}

function publicRaw(privateKey: KeyObject): string {
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return der.subarray(-32).toString('base64url');
}

function privateObject(curve: Curve, raw: string): KeyObject {
  return createPrivateKey({ key: der(derPrefix[curve].private, raw), format: 'der', type: 'pkcs8' });
}

function publicObject(curve: Curve, raw: string): KeyObject {
  return createPublicKey({ key: der(derPrefix[curve].public, raw), format: 'der', type: 'spki' });
}

function der(prefix: string, raw: string): Buffer {
  return Buffer.concat([Buffer.from(prefix, 'hex'), Buffer.from(raw, 'base64url')]);
}
