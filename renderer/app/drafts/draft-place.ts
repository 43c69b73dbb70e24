import { useNavigate } from '@tanstack/react-router';
import type { Draft } from '#shared/features/drafts/contract.ts';
import type { DraftForm } from '#shared/features/drafts/forms.ts';

/** Where each form is: on a tab of the customer's card, or on a page of its own. */
const places = {
  'customers.register': '/customers/new',
  'customers.edit': '/customers/$customerId/edit',
  'customers.addRecord': { tab: 'details' },
  'customers.setGroups': { tab: 'details' },
  'customers.addGroup': '/customers/groups',
  'customers.editGroup': '/customers/groups',
  'customers.restrict': { tab: 'details' },
  'customers.liftRestriction': { tab: 'details' },
  'visits.log': { tab: 'visits' },
  'visits.addItem': '/settings/price-list',
  'visits.editItem': '/settings/price-list',
  'visits.addPractitioner': '/settings/price-list',
  'visits.renamePractitioner': '/settings/price-list',
  'visits.setVatRate': '/settings/price-list',
  'consents.record': { tab: 'consents' },
  'consents.publishWording': '/wordings',
} as const satisfies Record<DraftForm, string | { tab: string }>;

/** Goes to the screen that has the form of a draft; the form takes the draft from `useResumed`. */
export function useGoToForm(): (draft: Draft) => void {
  const navigate = useNavigate();
  return ({ form, subjectId }) => {
    const place = places[form];
    const customerId = subjectId ?? '';
    if (typeof place === 'object') {
      const params = { customerId, tab: place.tab };
      return void navigate({ to: '/customers/$customerId/$tab', params });
    }
    void navigate({ to: place, params: { customerId } });
  };
}
