import { FinnishBusinessIds } from 'finnish-business-ids';
import { requiredValue } from './text.ts';

/** A Finnish business ID (Y-tunnus): seven digits, hyphen, check digit, `9999999-2`. */
export const businessIdSchema = requiredValue(12, (text) => {
  const id = text.replace(/\s/g, '').replace(/[–—−]/g, '-');
  return FinnishBusinessIds.isValidBusinessId(id)
    ? { ok: true, value: id }
    : { ok: false, issue: 'business-id' };
});
