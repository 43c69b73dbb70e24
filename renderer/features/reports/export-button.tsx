import { useState } from 'react';
import { client } from '../../api/client.ts';
import { useMay } from '../../app/access.ts';
import { useViewKeys } from '../../app/keys/use-keys.tsx';
import { useTexts } from '../../locales/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { ExportDialog } from './export-dialog.tsx';

/** For managers: one customer's complete data as an encrypted file. Nothing for the others. */
export function ExportButton({ customerId }: { customerId: string }) {
  const may = useMay();
  return may(client.reports.exportCustomer) ? <Allowed customerId={customerId} /> : null;
}

function Allowed({ customerId }: { customerId: string }) {
  const t = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  const open = () => setIsOpen(true);
  useViewKeys([{ keys: 'F9', label: t('reports:export.action'), action: open }]);
  return (
    <>
      <Button keys="F9" onPress={open}>
        {t('reports:export.action')}
      </Button>
      {isOpen && <ExportDialog customerId={customerId} onClose={() => setIsOpen(false)} />}
    </>
  );
}
