import type { Reply } from './fault.ts';

/**
 * A reply as JSON. It crosses two processes and the wall around the page: a text does so in one piece, while the
 * fifty customers of a search as objects are copied value by value each time.
 */
export type ReplyText = string;

export function writeReply(reply: Reply<unknown>): ReplyText {
  return JSON.stringify(reply);
}

export function readReply(text: ReplyText): Reply<unknown> {
  return JSON.parse(text);
}
