import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { isoDateSchema, today } from '#shared/values/dates.ts';
import { client } from '../../../api/client.ts';
import { asOnDay } from './as-on-day.ts';
import type { PriceList } from './use-visit-form.ts';
import type { VisitFormApi } from './visit-form-api.ts';

/**
 * The price list of the visit's own day: what was in use then, with the prices and rates of then. When the day is
 * changed, the lines that stand on the list follow it.
 * @param present today's list
 */
export function useListOfDay(form: VisitFormApi, present: PriceList): PriceList {
  const date = form.watch('date');
  const isOther = isoDateSchema.safeParse(date).success && date !== today();
  const { data } = useQuery({ ...client.visits.priceList({ date }), enabled: isOther });
  const list = isOther ? data : present;
  const [shown, setShown] = useState(present);
  const follow = useEffectEvent((next: PriceList) => {
    const lines = form.getValues('lines');
    const moved = asOnDay(lines, shown.items, next.items);
    if (moved !== lines) form.setValue('lines', moved, { shouldDirty: true });
    setShown(next);
  });
  useEffect(() => {
    if (list) follow(list);
  }, [list]);
  return list ?? shown;
}
