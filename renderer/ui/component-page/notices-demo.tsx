import { Check, TriangleAlert } from 'lucide-react';
import { Badge } from '../badge.tsx';
import { Banner } from '../banner.tsx';
import { Button } from '../button.tsx';
import styles from '../component-page.module.css';
import { ConsentMark } from '../consent-mark.tsx';
import { ProgressBar } from '../progress-bar.tsx';
import { nothing, SpecimenRow } from './specimen-row.tsx';

export function BadgesDemo() {
  return (
    <SpecimenRow name="Sanat">
      <Badge>Sarjakortti 10</Badge>
      <Badge tone="ok" icon={<Check aria-hidden="true" />}>
        tulostettu
      </Badge>
      <Badge tone="warn" icon={<TriangleAlert aria-hidden="true" />}>
        selvitettävä
      </Badge>
      <Badge tone="stop">lukittu</Badge>
      <Badge tone="stop-solid" icon={<ConsentMark state="prohibition" size={12} onSolid />}>
        2 kieltoa
      </Badge>
      <Badge tone="hold" icon={<ConsentMark state="restricted" size={12} />}>
        rajoitettu
      </Badge>
      <Badge tone="info">uusi</Badge>
    </SpecimenRow>
  );
}

export function BannersDemo() {
  return (
    <div className={styles.stack}>
      <Banner tone="info" title="Uusi sanamuoto otettu käyttöön 1.9.">
        41 lupaa on annettu vanhalla tekstillä.
      </Banner>
      <Banner
        tone="warn"
        title="Varmuuskopiolevy ei vastaa"
        actions={
          <Button small onPress={nothing}>
            Kokeile uudelleen
          </Button>
        }
      >
        Viimeisin kopio on eiliseltä. Tarkista levypalvelin.
      </Banner>
      <Banner tone="stop" title="Pyyntö 2026-024 on 3 päivää myöhässä">
        Vastaa tänään ja kirjaa syy.
      </Banner>
      <Banner tone="ok" title="Koepalautus onnistui">
        Kopio aukesi, 11 003 asiakasta.
      </Banner>
      <Banner tone="hold" title="Käsittely on rajoitettu">
        Tietoja saa vain säilyttää.
      </Banner>
      <Banner tone="stop" isSlim title="Salasana ei täsmää.">
        Yritä uudelleen.
      </Banner>
    </div>
  );
}

export function ProgressDemo() {
  return (
    <div className={styles.stack}>
      <ProgressBar
        label="Muodostetaan uusintakirjeitä"
        done={14}
        total={41}
        stop={{ label: 'Keskeytä', onPress: nothing }}
      />
      <ProgressBar label="Valmis" done={41} total={41} />
    </div>
  );
}
