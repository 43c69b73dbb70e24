import { z } from 'zod';

/** The forms whose unsaved contents are kept: each is named by the command that saves it. */
export const draftForms = [
  'customers.register',
  'customers.edit',
  'customers.addRecord',
  'customers.setGroups',
  'customers.addGroup',
  'customers.editGroup',
  'customers.restrict',
  'customers.liftRestriction',
  'visits.log',
  'visits.addItem',
  'visits.editItem',
  'visits.addPractitioner',
  'visits.renamePractitioner',
  'visits.setVatRate',
  'consents.record',
  'consents.publishWording',
] as const;
export type DraftForm = (typeof draftForms)[number];

export const draftFormSchema = z.enum(draftForms);
