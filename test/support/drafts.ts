import { uuidv7 } from 'uuidv7';
import type { draftsContract } from '#shared/features/drafts/contract.ts';
import type { CallInput } from '#shared/rpc/procedure.ts';
import type { TestClient } from './client.ts';
import { ainoMallikas } from './customers.ts';

type DraftInput = CallInput<typeof draftsContract.save>;

/** A half-filled form of a new customer, as the page keeps it. */
export function halfTyped(changes: Partial<DraftInput> = {}): DraftInput {
  return {
    id: uuidv7(),
    form: 'customers.register',
    subjectId: null,
    about: 'Kanarinen Aino',
    values: JSON.stringify({ form: { lastName: 'Kanarinen', hetu: '140387-9999' } }),
    ...changes,
  };
}

/** Registers a customer by a call that names the draft of its form. */
export function registerFrom(client: TestClient, draftId: string, requestId = uuidv7()) {
  const input = { id: uuidv7(), form: ainoMallikas, consents: [] };
  const request = { requestId, feature: 'customers', name: 'register', input, draftId };
  return client.dispatch.call(client.clientId, request);
}
