import { z } from 'zod';
import { anyStaff, command, query } from '../../rpc/procedure.ts';
import { idSchema } from '../../values/ids.ts';
import { noticeBody } from './notice.ts';

const notice = z.object({ id: z.string(), at: z.string(), body: noticeBody });
export type Notice = z.output<typeof notice>;

export const noticesContract = {
  /** What the caller has not acknowledged yet, the oldest first, at most fifty. */
  mine: query({
    access: anyStaff,
    input: z.strictObject({}),
    output: z.object({ notices: z.array(notice) }),
    audit: { log: 'none', why: "messages of the program about the caller's own account and duties" },
  }),
  acknowledge: command({
    access: anyStaff,
    input: z.strictObject({ id: idSchema }),
    output: z.object({}),
    audit: { log: 'row', entity: ({ id }) => ({ type: 'notice', id }) },
    stale: ['notices'],
  }),
};
