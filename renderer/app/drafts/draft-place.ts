import { useNavigate } from '@tanstack/react-router';
import type { Draft } from '#shared/features/drafts/contract.ts';

/** Goes to the screen that has the form of a draft; the form takes the draft from `useResumed`. */
export function useGoToForm(): (draft: Draft) => void {
  const navigate = useNavigate();
  return ({ form, subjectId }) => {
    if (form === 'consents.publishWording') return void navigate({ to: '/wordings' });
    if (subjectId === null) return void navigate({ to: '/customers/new' });
    const customerId = subjectId;
    if (form === 'customers.edit') {
      return void navigate({ to: '/customers/$customerId/edit', params: { customerId } });
    }
    const tab = form === 'visits.log' ? 'visits' : 'consents';
    void navigate({ to: '/customers/$customerId/$tab', params: { customerId, tab } });
  };
}
