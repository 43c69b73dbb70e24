import type { ConsentsPersonalData } from '#shared/features/consents/personal-data.ts';
import type { PersonalData } from '../../feature-module.ts';
import { answersGivenBy, historyOf, wordingVersions } from './store.ts';

export const consentsPersonalData: PersonalData<ConsentsPersonalData> = {
  async collect(db, customerId) {
    const wordings = new Map((await wordingVersions(db)).map((wording) => [wording.id, wording]));
    const history = await historyOf(db, customerId);
    return {
      entries: history.map((event) => ({
        id: event.id,
        purpose: event.purpose,
        channels: [...event.channels],
        act: event.act,
        wordingVersion: event.wordingVersion,
        wordingText: wordings.get(event.wordingId ?? '')?.texts[event.language] ?? null,
        language: event.language,
        way: event.way,
        note: event.note,
        sold: event.sold,
        undoes: event.undoes,
        validUntil: event.validUntil,
        givenBy: event.givenBy,
        recordedAt: event.recordedAt,
        recordedBy: event.recordedBy,
      })),
      answeredFor: await answersGivenBy(db, customerId),
    };
  },
};
