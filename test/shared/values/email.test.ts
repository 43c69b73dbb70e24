import { describe, expect, it } from 'vitest';
import { emailSchema, optionalEmailSchema, parseEmail } from '#shared/values/email.ts';

describe('an e-mail address', () => {
  it('is kept as typed', () => {
    expect(parseEmail('Aino.Mallikas@posti.example')).toEqual({
      ok: true,
      value: 'Aino.Mallikas@posti.example',
    });
    expect(emailSchema.parse('  aino@posti.example ')).toBe('aino@posti.example');
  });

  it('without @ is refused with that reason', () => {
    expect(parseEmail('leena.mallisto.posti.example')).toEqual({ ok: false, issue: 'email-no-at' });
  });

  it.each(['@', 'aino@', '@posti.example', 'aino@posti', 'ai no@posti.example', 'a@b@posti.example'])(
    '%s is refused',
    (typed) => {
      expect(parseEmail(typed)).toEqual({ ok: false, issue: 'email-format' });
    },
  );

  it('may be left empty in a form', () => {
    expect(optionalEmailSchema.parse('')).toBeNull();
  });
});
