import { useQuery } from '@tanstack/react-query';
import type { priceListProcedures } from '#shared/features/visits/price-list-contract.ts';
import type { CallOutput } from '#shared/rpc/procedure.ts';
import { client } from '../../api/client.ts';

export type WholePriceList = CallOutput<typeof priceListProcedures.wholePriceList>;

export function useWholePriceList() {
  return useQuery(client.visits.wholePriceList());
}
