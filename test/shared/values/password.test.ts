import { expect, test } from 'vitest';
import {
  isShortSingleWord,
  newPasswordSchema,
  normalPassword,
  passwordShapeIssue,
  typedPasswordSchema,
} from '#shared/values/password.ts';

test('a password has 12 to 256 characters, counted after NFKC', () => {
  expect(passwordShapeIssue('a'.repeat(11))).toBe('password-too-short');
  expect(passwordShapeIssue('a'.repeat(12))).toBeNull();
  expect(passwordShapeIssue('a'.repeat(256))).toBeNull();
  expect(passwordShapeIssue('a'.repeat(257))).toBe('too-long');
  expect(passwordShapeIssue('a\u0308'.repeat(11))).toBe('password-too-short');
  expect(passwordShapeIssue('😀'.repeat(11))).toBe('password-too-short');
});

test('the same keys on different computers give the same password', () => {
  expect(normalPassword('pa\u0308a\u0308ta\u0308')).toBe('päätä');
  expect(normalPassword('ﬁ①')).toBe('fi1');
});

test('the schema gives our issue codes and trims nothing', () => {
  expect(newPasswordSchema.safeParse('lyhyt').error?.issues[0]?.message).toBe('password-too-short');
  expect(newPasswordSchema.parse(' twelve chars ')).toBe(' twelve chars ');
  expect(typedPasswordSchema.safeParse('').error?.issues[0]?.message).toBe('required');
});

test('one word of letters counts as short until twenty letters', () => {
  expect(isShortSingleWord('kissakoirahevonen')).toBe(true);
  expect(isShortSingleWord('kissa koira hevonen')).toBe(false);
  expect(isShortSingleWord('kissakoira7hevonen')).toBe(false);
  expect(isShortSingleWord('lentokonesuihkuturbiini')).toBe(false);
});
