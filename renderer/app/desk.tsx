import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../locales/use-texts.ts';
import { ToastProvider } from '../ui/toast.tsx';
import { RelationProvider } from './relation-dialog.tsx';
import { createAppRouter } from './router.ts';

/** Every screen behind the door. */
export function Desk() {
  const t = useTexts();
  const [router] = useState(createAppRouter);
  return (
    <ToastProvider label={t('shell:toasts')}>
      <RelationProvider>
        <RouterProvider router={router} />
      </RelationProvider>
    </ToastProvider>
  );
}
