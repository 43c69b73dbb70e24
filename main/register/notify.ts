import type { NoticeBody } from '#shared/features/notices/notice.ts';
import type { OpenRegister } from './open-register.ts';

/** Everybody who may sign in and has the role, or these people. */
export type Addressees = 'managers' | 'administrators' | readonly string[];

/** When it happened (UTC instant), and where ids come from. */
export interface Occasion {
  readonly now: string;
  newId(): string;
}

/**
 * Tells people something at their next sign-in, and at once if they are signed in. Durable when it returns. The port
 * by which features and the program itself reach the feature `notices`.
 */
export type Notify = (
  register: OpenRegister,
  notice: NoticeBody & { readonly to: Addressees },
  occasion: Occasion,
) => Promise<void>;
