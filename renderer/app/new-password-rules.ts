import { z } from 'zod';
import { passwordStrength } from '#shared/password-strength.ts';
import type { IssueCode } from '#shared/rpc/issue-codes.ts';
import { newPasswordSchema } from '#shared/values/password.ts';

const differ: IssueCode = 'passwords-differ';
const weak: IssueCode = 'password-weak';

/** A new password and the same again; forms add it to their own fields. */
export const newPasswordShape = {
  password: newPasswordSchema,
  repeat: z.string(),
};

type Typed = { password: string; repeat: string };

/**
 * The rest of the rules, for `superRefine`: the two are the same, and the password is strong enough by the same
 * estimate that the register makes.
 * @param userInputs what a guesser knows of the person and the office
 */
export function newPasswordRules<T extends Typed>(userInputs: (typed: T) => readonly string[]) {
  return async (typed: T, context: z.core.$RefinementCtx): Promise<void> => {
    if (typed.password !== typed.repeat) {
      context.addIssue({ code: 'custom', message: differ, path: ['repeat'] });
    }
    const { ok } = await passwordStrength(typed.password, userInputs(typed));
    if (!ok) context.addIssue({ code: 'custom', message: weak, path: ['password'] });
  };
}
