import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { panelOf, typedEntry } from '#renderer/features/consents/record/record-draft.ts';
import { editDraft, newCustomerDraft } from '#renderer/features/customers/form/draft-values.ts';
import { emptyForm } from '#renderer/features/customers/form/form-values.ts';
import { emptyRecord } from '#renderer/features/customers/records/record-form.ts';
import { groupsDraft, recordDraft } from '#renderer/features/customers/records/records-draft.ts';
import { visitDraft } from '#renderer/features/visits/log/visit-draft.ts';
import type { Wording } from '#shared/features/consents/contract.ts';

const throughJson = (values: object): unknown => JSON.parse(JSON.stringify(values));

describe('what a draft kept', () => {
  test('of a new customer comes back as typed', () => {
    const form = { ...emptyForm, lastName: 'Mallikas', hetu: '1403' };
    expect(newCustomerDraft(throughJson({ form, consents: {} }))?.form).toEqual(form);
  });

  test('of a visit comes back with the amounts that were still being typed', () => {
    const line = {
      id: uuidv7(),
      itemId: null,
      name: 'Kylmägeeli',
      unitPriceCents: Number.NaN,
      vatRate: 2550,
      discount: '10 %',
    };
    const visit = {
      date: '18.11.',
      time: '',
      kind: 'phone',
      serviceId: null,
      practitionerId: uuidv7(),
      lines: [{ ...line, quantity: 2 }],
      paymentMethod: 'cash',
      note: 'Toivoo iltapäivää',
    };
    expect(visitDraft(throughJson(visit))).toEqual(visit);
  });

  test('of a further detail and of the groups comes back as typed', () => {
    const record = { ...emptyRecord, type: 'note' as const, text: 'Saapuu pyörällä', validFrom: '1.1.' };
    expect(recordDraft(throughJson(record))).toEqual(record);
    const groups = { chosen: [uuidv7()], newName: 'Aamu' };
    expect(groupsDraft(throughJson(groups))).toEqual(groups);
  });

  test.each([undefined, {}, { form: { lastName: 1 } }, { purpose: 'spam' }])(
    'is nothing when the form cannot read it: %j',
    (values) => {
      for (const read of [newCustomerDraft, editDraft, visitDraft, panelOf, recordDraft, groupsDraft])
        expect(read(values)).toBeNull();
      expect(typedEntry(values, undefined)).toBeNull();
    },
  );
});

describe('what a draft kept of a consent', () => {
  const shown: Wording = {
    id: uuidv7(),
    purpose: 'direct-marketing',
    version: 1,
    validMonths: null,
    publishedBy: 'Ida Näytesalo',
    publishedAt: '2026-11-18T12:32:07.000Z',
    texts: { fi: 'Saa kertoa.', sv: 'Får berätta.', en: 'May tell.' },
  };
  const form = { channels: ['email' as const], way: 'orally' as const, language: 'fi' as const, note: '' };
  /** What an earlier version did not ask is there, unanswered. */
  const unasked = { sold: '', wasTold: false, couldRefuse: false, giver: null, giverName: '' };
  const kept = (act: 'given' | 'prohibited') =>
    throughJson({ purpose: 'direct-marketing', wordingId: shown.id, form: { ...form, act } });

  test('opens the panel of its purpose with the answer', () => {
    expect(panelOf(kept('given'))).toEqual({ purpose: 'direct-marketing', channels: [], act: null });
    expect(typedEntry(kept('given'), shown)).toEqual({ ...form, ...unasked, act: 'given' });
  });

  test('is asked again when the wording has been replaced meanwhile', () => {
    expect(typedEntry(kept('given'), { ...shown, id: uuidv7() })).toEqual({ ...form, ...unasked, act: null });
  });

  test('stays when it needs no wording, as a prohibition', () => {
    expect(typedEntry(kept('prohibited'), { ...shown, id: uuidv7() })).toEqual({
      ...form,
      ...unasked,
      act: 'prohibited',
    });
  });
});
