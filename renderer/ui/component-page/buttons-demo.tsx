import { Copy, Ellipsis, Printer } from 'lucide-react';
import { Button, IconButton } from '../button.tsx';
import { LinkButton } from '../link-button.tsx';
import { nothing, SpecimenRow } from './specimen-row.tsx';

export function ButtonsDemo() {
  return (
    <>
      <SpecimenRow name="Ensisijainen">
        <Button variant="primary" keys="F4">
          Tallenna
        </Button>
        <Button variant="primary" keys={['Ctrl', 'Enter']}>
          Tallenna
        </Button>
        <Button variant="primary" isPending>
          Tallennetaan
        </Button>
        <Button variant="primary" isDisabled>
          Tallenna
        </Button>
      </SpecimenRow>
      <SpecimenRow name="Toissijainen">
        <Button keys="F9" icon={<Printer size={16} aria-hidden="true" />}>
          Tulosta
        </Button>
        <Button>Tulosta</Button>
        <Button isDisabled>Tulosta</Button>
      </SpecimenRow>
      <SpecimenRow name="Hiljainen">
        <Button variant="quiet" keys="Esc">
          Peru
        </Button>
        <Button variant="quiet">Peru</Button>
        <LinkButton onPress={nothing} keys="F8">
          Muokkaa
        </LinkButton>
      </SpecimenRow>
      <SpecimenRow name="Vaarallinen">
        <Button variant="danger">Sulje tunnus…</Button>
        <Button variant="danger-solid">Poista asiakas</Button>
      </SpecimenRow>
      <SpecimenRow name="Pieni, kuvake">
        <Button small keys="O">
          Avaa
        </Button>
        <Button small variant="quiet">
          Lisää
        </Button>
        <IconButton small variant="secondary" label="Kopioi" icon={<Copy size={15} />} />
        <IconButton label="Lisää toimintoja" icon={<Ellipsis size={16} />} />
      </SpecimenRow>
    </>
  );
}
