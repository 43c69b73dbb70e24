import type { UseFormReturn } from 'react-hook-form';
import type { CheckedVisit, VisitForm } from './visit-form.ts';

/** The form that the steps of the panel share. */
export type VisitFormApi = UseFormReturn<VisitForm, unknown, CheckedVisit>;
