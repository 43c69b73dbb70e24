import type { ComponentType } from 'react';
import { ButtonsDemo } from './component-page/buttons-demo.tsx';
import { ChoicesDemo } from './component-page/choices-demo.tsx';
import { ColoursDemo, TypeDemo } from './component-page/colours-demo.tsx';
import { ComboBoxDemo, FieldsDemo } from './component-page/fields-demo.tsx';
import { FormDemo } from './component-page/form-demo.tsx';
import { BandsDemo, MarksDemo } from './component-page/marks-demo.tsx';
import { BadgesDemo, BannersDemo, ProgressDemo } from './component-page/notices-demo.tsx';
import { EmptyDemo, ListsDemo, TableDemo, TabsDemo, WordingDemo } from './component-page/pane-demo.tsx';
import { DialogDemo, KeysDemo, PanelDemo, ToastDemo } from './component-page/window-demo.tsx';
import styles from './component-page.module.css';

interface Section {
  id: string;
  title: string;
  note: string;
  Demo: ComponentType;
}

const SECTIONS: readonly Section[] = [
  {
    id: 'varit',
    title: 'Värit',
    note: 'Nimet kertovat tehtävän. Petroli on toiminnalle, ei tilalle.',
    Demo: ColoursDemo,
  },
  {
    id: 'tyypit',
    title: 'Tekstit',
    note: 'Nolla on viivattu vain tunnuksissa ja koodeissa.',
    Demo: TypeDemo,
  },
  {
    id: 'painikkeet',
    title: 'Painikkeet',
    note: 'Yksi ensisijainen näkymää kohti. Näppäin kuuluu painikkeeseen.',
    Demo: ButtonsDemo,
  },
  {
    id: 'kentat',
    title: 'Kentät',
    note: 'Otsikko aina näkyvissä. Kohdistettu kenttä on keltainen.',
    Demo: FieldsDemo,
  },
  {
    id: 'yhdistelma',
    title: 'Yhdistelmäkenttä',
    note: 'Kirjoita tai valitse. Nuolet liikkuvat, Enter valitsee, Esc sulkee.',
    Demo: ComboBoxDemo,
  },
  {
    id: 'valinnat',
    title: 'Valinnat',
    note: 'Vaihtoehdot näkyvissä, kun niitä on enintään viisi. Mikään ei ole valmiiksi valittu.',
    Demo: ChoicesDemo,
  },
  {
    id: 'lomake',
    title: 'Lomakkeen osa',
    note: 'Numero marginaalissa, 12 palstaa, virheet otsikossa linkkeinä.',
    Demo: FormDemo,
  },
  {
    id: 'merkit',
    title: 'Suostumusmerkit',
    note: 'Muoto kertoo tilan, väri vahvistaa. Neliö on aina kielto ja voittaa kaikki ympyrät.',
    Demo: MarksDemo,
  },
  {
    id: 'kiellot',
    title: 'Kielto ja rajoitus',
    note: 'Umpinainen tummanpunainen on vain kiellolla. Vinoviivoitus merkitsee ohitettua lupaa.',
    Demo: BandsDemo,
  },
  { id: 'merkinnat', title: 'Merkinnät', note: 'Sana kehyksessä. Ei pelkkää väriä.', Demo: BadgesDemo },
  {
    id: 'taulukko',
    title: 'Taulukon rivit',
    note: 'Rivi 32 px. Luvut tasalevein numeroin. Nuolet liikkuvat, Enter avaa.',
    Demo: TableDemo,
  },
  { id: 'rivit', title: 'Otsikko ja tiedot', note: 'Kuin viivoitettua paperia.', Demo: ListsDemo },
  { id: 'valilehdet', title: 'Välilehdet', note: 'Alt+1–6. Määrä kuuluu otsikkoon.', Demo: TabsDemo },
  {
    id: 'tiedotteet',
    title: 'Tiedotteet',
    note: 'Ensin mitä tapahtui, sitten mitä tehdä.',
    Demo: BannersDemo,
  },
  {
    id: 'ilmoitus',
    title: 'Ponnahdusilmoitus',
    note: 'Alareunassa vasemmalla, 6 s, kohdistus pysyy paikallaan. Kumoa Ctrl+Z.',
    Demo: ToastDemo,
  },
  {
    id: 'valintaikkuna',
    title: 'Valintaikkuna',
    note: 'Vain peruuttamattomaan. Painike nimeää teon.',
    Demo: DialogDemo,
  },
  {
    id: 'sivupaneeli',
    title: 'Sivupaneeli',
    note: '476 px. Ei himmennä taustaa: asiakkaan tiedot pysyvät luettavina.',
    Demo: PanelDemo,
  },
  {
    id: 'sanamuoto',
    title: 'Sanamuoto',
    note: 'Asiakkaalle luettava teksti erottuu viivalla ja lainausmerkeillä.',
    Demo: WordingDemo,
  },
  {
    id: 'tyhja',
    title: 'Tyhjä ja lataava',
    note: 'Tyhjä tila sanoo, mistä sisältö tulee. Luuranko näkyy vasta 300 ms:n jälkeen.',
    Demo: EmptyDemo,
  },
  {
    id: 'edistyminen',
    title: 'Edistyminen',
    note: 'Kerrotaan määrä, ei pelkkää palkkia. Aina keskeytettävissä.',
    Demo: ProgressDemo,
  },
  {
    id: 'nappaimet',
    title: 'Näppäinvihjeet',
    note: 'Alareunan rivi vaihtuu näkymän mukaan. Rivin voi myös napsauttaa.',
    Demo: KeysDemo,
  },
];

/** Every component with its states, light and dark side by side. Reached in development only. */
export function ComponentPage() {
  return (
    <div className={styles.page}>
      <div>
        <header className={styles.head}>
          <h1>Komponentit</h1>
          <p>Jokainen osa vaaleana ja tummana. Tila näkyy aina muodosta tai sanasta, ei pelkästä väristä.</p>
        </header>
        {SECTIONS.map((section) => (
          <Specimen key={section.id} section={section} />
        ))}
      </div>
    </div>
  );
}

function Specimen({ section: { id, title, note, Demo } }: { section: Section }) {
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.title}>
        <h2 id={id}>{title}</h2>
        <p>{note}</p>
      </div>
      <div className={styles.theme} data-theme="light">
        <Demo />
      </div>
      <div className={styles.theme} data-theme="dark">
        <Demo />
      </div>
    </section>
  );
}
