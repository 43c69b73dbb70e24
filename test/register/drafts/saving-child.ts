import { uuidv7 } from 'uuidv7';
import { systemClock } from '#main/register/clock.ts';
import { testClient } from '#test/support/client.ts';
import { ainoMallikas } from '#test/support/customers.ts';
import { halfTyped } from '#test/support/drafts.ts';
import { people, testPassword } from '#test/support/people.ts';

/** What the child tells: a form that is kept as a draft, and that its saving has begun. */
export interface FormNews {
  readonly kind: 'kept' | 'saving';
  readonly draftId: string;
  readonly customerId: string;
}

/** A register process that keeps forms as drafts and saves them, one after the other, until it is killed. */
const [folder = ''] = process.argv.slice(2);
const client = testClient(folder, { clock: { ...systemClock, advance: () => undefined } });
const tell = (news: FormNews) => process.send?.(news);

await client.call('auth', 'unlock', {
  who: { typedName: people.reception.name },
  password: testPassword,
});
for (;;) {
  const form = { draftId: uuidv7(), customerId: uuidv7() };
  await client.call('drafts', 'save', halfTyped({ id: form.draftId }));
  tell({ kind: 'kept', ...form });
  const saving = client.dispatch.call(client.clientId, {
    requestId: uuidv7(),
    feature: 'customers',
    name: 'register',
    input: { id: form.customerId, form: ainoMallikas, consents: [] },
    draftId: form.draftId,
  });
  tell({ kind: 'saving', ...form });
  await saving;
}
