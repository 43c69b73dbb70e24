import { ShieldCheck } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '../button.tsx';
import { Checkbox } from '../checkbox.tsx';
import { ChoiceChips } from '../choice-chips.tsx';
import styles from '../component-page.module.css';
import { ConfirmDialog } from '../dialog.tsx';
import { KeyBar, KeyBarStatus, KeyHint } from '../key-bar.tsx';
import { PanelFootStart, PanelFrame } from '../panel-frame.tsx';
import { SidePanel } from '../side-panel.tsx';
import { ToastCard } from '../toast.tsx';
import { nothing } from './specimen-row.tsx';

export function ToastDemo() {
  return (
    <ToastCard
      toast={{
        text: 'Käynti tallennettu, 76,90 €',
        next: { label: 'Tulosta kuitti', keys: ['F9'], onPress: nothing },
        undo: { label: 'Kumoa', keys: ['Ctrl', 'Z'], onPress: nothing },
      }}
      onClose={nothing}
    />
  );
}

export function DialogDemo() {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <>
      <Button variant="danger" onPress={() => setIsOpen(true)}>
        Sulje tunnus…
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={close}
        onConfirm={close}
        title="Suljetaanko Sampo Kuvitelan tunnus?"
        confirmLabel="Sulje tunnus"
        cancelLabel="Peru"
      >
        <p>Hän ei voi enää kirjautua. Aiemmat kirjaukset ja loki säilyvät.</p>
      </ConfirmDialog>
    </>
  );
}

const SERVICES = [
  { value: 'f', label: 'Fysioterapia', keys: '1' },
  { value: 'h', label: 'Hieronta', keys: '2' },
] as const;

export function PanelDemo() {
  const titleId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <div className={styles.stack}>
      <div>
        <Button onPress={() => setIsOpen(true)}>Avaa paneeli</Button>
      </div>
      <div className={styles.panel}>
        {isOpen ? (
          <SidePanel
            title="Kirjaa käynti"
            subject="Mallikas Aino"
            closeLabel="Sulje"
            onClose={close}
            footer={<PanelFoot />}
          >
            <PanelBody />
          </SidePanel>
        ) : (
          <PanelFrame titleId={titleId} title="Kirjaa käynti" subject="Mallikas Aino" footer={<PanelFoot />}>
            <PanelBody />
          </PanelFrame>
        )}
      </div>
    </div>
  );
}

function PanelBody() {
  const [service, setService] = useState<string | null>('f');
  return <ChoiceChips label="Palvelu" choices={SERVICES} value={service} onChange={setService} />;
}

function PanelFoot() {
  const [isOn, setIsOn] = useState(false);
  return (
    <>
      <PanelFootStart>
        <Checkbox isSelected={isOn} onChange={setIsOn}>
          Tulosta kuitti
        </Checkbox>
      </PanelFootStart>
      <Button variant="quiet" keys="Esc">
        Peru
      </Button>
      <Button variant="primary" keys={['Ctrl', 'Enter']}>
        Tallenna
      </Button>
    </>
  );
}

export function KeysDemo() {
  return (
    <KeyBar
      status={
        <>
          <KeyBarStatus icon={<ShieldCheck aria-hidden="true" />} tone="ok">
            Tietokanta salattu
          </KeyBarStatus>
          <KeyBarStatus tone="warn">Varmuuskopio ei onnistunut</KeyBarStatus>
        </>
      }
    >
      <KeyHint keys="F2" label="Haku" onPress={nothing} />
      <KeyHint keys="F3" label="Uusi asiakas" onPress={nothing} />
      <KeyHint keys={['Ctrl', 'Enter']} label="Tallenna" onPress={nothing} />
    </KeyBar>
  );
}
