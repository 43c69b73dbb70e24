import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { FormDraft } from '#renderer/app/drafts/form-draft.ts';

/** A register that notes what reaches it. `refuses` makes it answer with a fault. */
function opened({ isKept = false, refuses = false } = {}) {
  const told: string[] = [];
  const draft = new FormDraft(
    { id: uuidv7(), form: 'visits.log', subjectId: null },
    {
      save: async ({ values }) => {
        told.push(`save ${values}`);
        if (refuses) throw new Error('refused');
        return { savedAt: '2026-11-18T12:32:07.000Z' };
      },
      discard: async () => told.push('discard'),
    },
    isKept,
  );
  draft.opened(content('empty'));
  return { draft, told };
}

const content = (values: string) => ({ about: '', values });

describe('the draft of an open form', () => {
  test('is never made of an untouched form', async () => {
    const { draft, told } = opened();
    expect(await draft.keep(content('empty'))).toBe(false);
    expect(told).toEqual([]);
  });

  test('is kept at each change, and once', async () => {
    const { draft, told } = opened();
    for (const values of ['a', 'a', 'ab', 'ab']) expect(await draft.keep(content(values))).toBe(true);
    expect(told).toEqual(['save a', 'save ab']);
  });

  test('tells when it was kept', async () => {
    const { draft } = opened();
    const times: string[] = [];
    await draft.keep(content('a'), (savedAt) => times.push(savedAt));
    expect(times).toEqual(['2026-11-18T12:32:07.000Z']);
  });

  test('that the register refuses is not there, and is not sent again until something changes', async () => {
    const { draft, told } = opened({ refuses: true });
    expect(await draft.keep(content('a'))).toBe(false);
    expect(await draft.keep(content('a'))).toBe(false);
    expect(told).toEqual(['save a']);
  });

  test('of a form that goes on with one is there before any change', async () => {
    const { draft, told } = opened({ isKept: true });
    expect(await draft.keep(content('empty'))).toBe(true);
    expect(told).toEqual([]);
  });

  test('is thrown away after a save that is on its way, and nothing comes after it', async () => {
    const { draft, told } = opened();
    void draft.keep(content('a'));
    await draft.discard();
    expect(await draft.keep(content('ab'))).toBe(false);
    expect(told).toEqual(['save a', 'discard']);
  });

  test('needs no throwing away when there is none', async () => {
    const { draft, told } = opened();
    await draft.discard();
    expect(told).toEqual([]);
  });

  test('is not kept again once the form was saved', async () => {
    const { draft, told } = opened();
    await draft.keep(content('a'));
    draft.saved();
    expect(await draft.keep(content('ab'))).toBe(false);
    expect(told).toEqual(['save a']);
  });
});
