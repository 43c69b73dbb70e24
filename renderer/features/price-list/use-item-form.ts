import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { uuidv7 } from 'uuidv7';
import type { ItemKind, ManagedItem } from '#shared/features/visits/price-list-contract.ts';
import { today } from '#shared/values/dates.ts';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { changesOf, emptyItem, formOf, type ItemForm, itemFormSchema, type ReadItem } from './item-form.ts';

/** A new item: one deed. */
export function useNewItem(kind: ItemKind, onAdded: (id: string, name: string) => void) {
  const add = useCommand(client.visits.addItem, { onDone: ({ id }, { name }) => onAdded(id, name) });
  const form = useForm<ItemForm, unknown, ReadItem>({
    resolver: zodResolver(itemFormSchema),
    defaultValues: emptyItem(today()),
  });
  const submit = form.handleSubmit(({ activeFrom: _, activeUntil: __, ...item }) => {
    if (!add.isPending) add.mutate({ id: uuidv7(), kind, ...item });
  });
  return { form, submit, isPending: add.isPending, error: add.error };
}

/** Name, price and active time are three deeds in the log; each is done only when it differs. */
export function useItemEdit(item: ManagedItem, onSaved: () => void) {
  const rename = useCommand(client.visits.editItem);
  const reprice = useCommand(client.visits.setItemPrice);
  const retime = useCommand(client.visits.setItemTimes);
  const before = formOf(item, today());
  const form = useForm<ItemForm, unknown, ReadItem>({
    resolver: zodResolver(itemFormSchema),
    defaultValues: before,
  });
  const isPending = rename.isPending || reprice.isPending || retime.isPending;
  const submit = form.handleSubmit(async (read) => {
    if (isPending) return;
    const { isRenamed, isRepriced, isRetimed } = changesOf(item, before, read);
    const { id } = item;
    const { name, minutes, unitPriceCents, vatClass, validFrom, activeFrom, activeUntil } = read;
    // Each deed makes the next version.
    let expectedVersion = item.version;
    try {
      if (isRenamed) await rename.mutateAsync({ id, expectedVersion: expectedVersion++, name, minutes });
      if (isRepriced) {
        const price = { unitPriceCents, vatClass, validFrom };
        await reprice.mutateAsync({ id, expectedVersion: expectedVersion++, ...price });
      }
      if (isRetimed) {
        await retime.mutateAsync({ id, expectedVersion: expectedVersion++, activeFrom, activeUntil });
      }
    } catch {
      return; // shown from the command's own error
    }
    form.reset(form.getValues());
    onSaved();
  });
  return { form, submit, isPending, error: rename.error ?? reprice.error ?? retime.error };
}
