import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { uuidv7 } from 'uuidv7';
import type { ItemKind, ManagedItem } from '#shared/features/visits/price-list-contract.ts';
import { today } from '#shared/values/dates.ts';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { changesOf, emptyItem, formOf, type ItemForm, itemFormSchema, type ReadItem } from './item-form.ts';
import { itemDraft, newRow, type ResumedForm } from './price-list-draft.ts';
import { type TypedForms, useTypedForm } from './typed-forms.ts';
import { useLastDeed } from './use-last-deed.ts';

/** A new item: one deed. */
export function useNewItem(
  kind: ItemKind,
  typed: TypedForms,
  resumed: ResumedForm | null,
  onAdded: (id: string, name: string) => void,
) {
  const start = emptyItem(today());
  const form = useForm<ItemForm, unknown, ReadItem>({
    resolver: zodResolver(itemFormSchema),
    defaultValues: start,
  });
  const kept = useTypedForm(form, {
    as: 'visits.addItem',
    view: kind,
    row: { id: newRow[kind], version: null },
    start,
    about: () => form.getValues('name'),
    typed,
    resumed,
    read: itemDraft,
  });
  const add = useCommand(client.visits.addItem, {
    draftId: kept.draftId,
    onDone: ({ id }, { name }) => {
      kept.saved();
      onAdded(id, name);
    },
  });
  const submit = form.handleSubmit(({ activeFrom: _, activeUntil: __, ...item }) => {
    if (!add.isPending) add.mutate({ id: uuidv7(), kind, ...item });
  });
  return { form, kept, submit, isPending: add.isPending, error: add.error };
}

/** Name, price and active time are three deeds in the log; each is done only when it differs. */
export function useItemEdit(
  item: ManagedItem,
  typed: TypedForms,
  resumed: ResumedForm | null,
  onSaved: () => void,
) {
  const before = formOf(item, today());
  const form = useForm<ItemForm, unknown, ReadItem>({
    resolver: zodResolver(itemFormSchema),
    defaultValues: before,
  });
  const kept = useTypedForm(form, {
    as: 'visits.editItem',
    view: item.kind,
    row: item,
    start: before,
    about: () => item.name,
    typed,
    resumed,
    read: itemDraft,
  });
  const deeds = useLastDeed<'rename' | 'reprice' | 'retime'>(kept.draftId);
  const rename = useCommand(client.visits.editItem, { draftId: deeds.draftOf('rename') });
  const reprice = useCommand(client.visits.setItemPrice, { draftId: deeds.draftOf('reprice') });
  const retime = useCommand(client.visits.setItemTimes, { draftId: deeds.draftOf('retime') });
  const isPending = rename.isPending || reprice.isPending || retime.isPending;
  const submit = form.handleSubmit(async (read) => {
    if (isPending) return;
    for (const deed of [rename, reprice, retime]) deed.reset();
    const { isRenamed, isRepriced, isRetimed } = changesOf(item, before, read);
    const isChanged = isRenamed || isRepriced || isRetimed;
    deeds.last(isRetimed ? 'retime' : isRepriced ? 'reprice' : 'rename');
    const { id } = item;
    const { name, minutes, unitPriceCents, vatClass, validFrom, activeFrom, activeUntil } = read;
    // Each deed makes the next version.
    let expectedVersion = kept.seenVersion() ?? item.version;
    const done = () => kept.advance(expectedVersion++);
    try {
      if (isRenamed) await rename.mutateAsync({ id, expectedVersion, name, minutes }).then(done);
      if (isRepriced) {
        const price = { unitPriceCents, vatClass, validFrom };
        await reprice.mutateAsync({ id, expectedVersion, ...price }).then(done);
      }
      if (isRetimed) {
        await retime.mutateAsync({ id, expectedVersion, activeFrom, activeUntil }).then(done);
      }
    } catch {
      return; // shown from the command's own error
    }
    if (!isChanged) kept.discard();
    kept.saved();
    onSaved();
  });
  return { form, kept, submit, isPending, error: rename.error ?? reprice.error ?? retime.error };
}
