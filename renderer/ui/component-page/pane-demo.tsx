import { EyeOff } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '../badge.tsx';
import { Button } from '../button.tsx';
import { ChangeLines } from '../change-lines.tsx';
import styles from '../component-page.module.css';
import { Definition, DefinitionList } from '../definition-list.tsx';
import { EmptyState } from '../empty-state.tsx';
import { LinkButton } from '../link-button.tsx';
import { SectionHead } from '../section-head.tsx';
import { Skeleton } from '../skeleton.tsx';
import { type Column, Table } from '../table.tsx';
import { TabPanel, Tabs } from '../tabs.tsx';
import { Wording } from '../wording.tsx';
import { nothing } from './specimen-row.tsx';

interface Visit {
  id: string;
  customer: string;
  date: string;
  sum: string;
}

const VISITS: readonly Visit[] = [
  { id: '1', customer: 'Mallisto Leena', date: '12.11.2026', sum: '62,00 €' },
  { id: '2', customer: 'Mallioja Sami', date: '2.9.2026', sum: '38,00 €' },
  { id: '3', customer: 'Mallikas Aino', date: '4.11.2026', sum: '68,00 €' },
  { id: '4', customer: 'Mallikas Eero', date: '30.10.2026', sum: '100,00 €' },
];

export function TableDemo() {
  const [selectedId, setSelectedId] = useState<string | null>('3');
  const columns: readonly Column<Visit>[] = [
    {
      id: 'customer',
      header: 'Asiakas',
      cell: (visit) => visit.customer,
      isRowHeader: true,
      sort: { direction: 'ascending', onSort: nothing },
    },
    {
      id: 'date',
      header: 'Viimeksi',
      cell: (visit) => visit.date,
      sort: { direction: null, onSort: nothing },
    },
    { id: 'sum', header: 'Summa', cell: (visit) => visit.sum, align: 'end' },
  ];
  return (
    <Table
      label="Asiakkaat"
      columns={columns}
      rows={VISITS}
      rowId={(visit) => visit.id}
      rowTone={(visit) => (visit.id === '1' ? 'draft' : undefined)}
      selectedId={selectedId}
      onSelect={(visit) => setSelectedId(visit.id)}
      onOpen={nothing}
    />
  );
}

export function ListsDemo() {
  return (
    <div className={styles.stack}>
      <SectionHead
        title="Henkilö"
        end={
          <LinkButton onPress={nothing} keys="F8">
            Muokkaa
          </LinkButton>
        }
      />
      <DefinitionList>
        <Definition term="Nimi">Mallikas, Aino Helena</Definition>
        <Definition
          term="Henkilötunnus"
          end={
            <>
              näyttö kirjataan lokiin
              <LinkButton onPress={nothing}>Näytä</LinkButton>
            </>
          }
        >
          140387-••••
        </Definition>
        <Definition term="Kotiosoite" end={<Badge tone="hold">selvitettävänä</Badge>}>
          Koekuja 4 B 12, 13100 Hämeenlinna
        </Definition>
      </DefinitionList>
      <ChangeLines
        title="Muutoshistoria"
        lines={[
          { id: '2', text: 'Nimi: Selkäryhmä → Selkäkoulu', at: '12.11.2026 9.40', by: 'Malla Mallikas' },
          { id: '1', text: 'Lisätty: Selkäryhmä', at: '2.9.2026 14.05', by: 'Malla Mallikas' },
        ]}
      />
      <ChangeLines title="Muutoshistoria" lines={[]} empty="Tähän tulee, kuka muutti, mitä ja milloin." />
    </div>
  );
}

const TABS = [
  { id: 'details', label: 'Tiedot', keys: '1' },
  { id: 'visits', label: 'Käynnit', count: 14, keys: '2' },
  { id: 'consents', label: 'Suostumukset', count: '2 kieltoa', keys: '3' },
  { id: 'health', label: 'Terveysprofiili', icon: <EyeOff size={14} aria-hidden="true" />, keys: '4' },
] as const;

export function TabsDemo() {
  const [tab, setTab] = useState<string>('visits');
  return (
    <div className={styles.tabs}>
      <Tabs label="Asiakkaan tiedot" tabs={TABS} selected={tab} onSelect={setTab}>
        {TABS.map(({ id, label }) => (
          <TabPanel key={id} id={id}>
            {label}
          </TabPanel>
        ))}
      </Tabs>
    </div>
  );
}

const WORDING = 'Minulta saa käynnin jälkeen kysyä, miten palvelu onnistui. Vastaaminen on vapaaehtoista.';

export function WordingDemo() {
  return (
    <div className={styles.stack}>
      <Wording lang="fi" text={WORDING} note="v4, 1.9.2026, suomi" />
      <Wording lang="fi" text={WORDING} size="small" />
    </div>
  );
}

export function EmptyDemo() {
  return (
    <div className={styles.pair}>
      <EmptyState
        title="Ei vielä käyntejä"
        action={
          <Button small keys="F4">
            Kirjaa käynti
          </Button>
        }
      >
        Ensimmäinen käynti tulee tähän, kun kirjaat sen.
      </EmptyState>
      <Skeleton label="Haetaan käyntejä" />
    </div>
  );
}
