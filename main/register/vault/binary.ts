import { z } from 'zod';

/** Bytes as base64url without padding, in their one canonical spelling. */
function base64url(fits: (length: number) => boolean) {
  return z
    .string()
    .max(8192)
    .regex(/^[A-Za-z0-9_-]*$/)
    .refine((text) => {
      const bytes = Buffer.from(text, 'base64url');
      return fits(bytes.length) && bytes.toString('base64url') === text;
    });
}

/** Exactly `length` bytes. */
export function binary(length: number) {
  return base64url((bytes) => bytes === length);
}

/** An AES-256-GCM ciphertext with its tag: more than the tag's 16 bytes, at most 4 KiB. */
export const ciphertextSchema = base64url((bytes) => bytes > 16 && bytes <= 4096);
