import { z } from 'zod';

/** NIST SP 800-63B-4 asks for 15 where the password is the only factor and allows less with a slow hash and guess limits. */
export const minimumPasswordLength = 12;

/** A password being chosen: its length only; its strength is judged where the word lists are. */
export const passwordSchema = z
  .string({ error: 'required' })
  .min(minimumPasswordLength, 'password-too-short')
  .max(256, 'too-long');
