import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../locales/use-texts.ts';
import { ToastProvider } from '../ui/toast.tsx';
import { DeskDialogProvider } from './desk-dialog.tsx';
import { RelationProvider } from './relation-dialog.tsx';
import { createAppRouter } from './router.ts';
import { UndoProvider } from './undo/undo.tsx';

/** Every screen behind the door. */
export function Desk() {
  const t = useTexts();
  const [router] = useState(createAppRouter);
  return (
    <ToastProvider label={t('shell:toasts')}>
      <RelationProvider>
        <UndoProvider>
          <DeskDialogProvider>
            <RouterProvider router={router} />
          </DeskDialogProvider>
        </UndoProvider>
      </RelationProvider>
    </ToastProvider>
  );
}
