import type { ReactNode } from 'react';
import { TabPanel as AriaTabPanel, Tabs as AriaTabs, Tab, TabList } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Kbd } from './kbd.tsx';
import styles from './tabs.module.css';

export interface TabItem<Id extends string = string> {
  id: Id;
  label: string;
  /** belongs to the label: a number or a few words */
  count?: string | number | undefined;
  icon?: ReactNode;
  /** shown while Alt is held (`showKeys`); the app binds it */
  keys?: string | undefined;
}

export interface TabsProps<Id extends string> {
  /** what the tabs are about */
  label: string;
  tabs: readonly TabItem<Id>[];
  selected: Id;
  onSelect: (id: Id) => void;
  showKeys?: boolean | undefined;
  /** one `TabPanel` for each tab; only the selected one is in the page */
  children: ReactNode;
}

/** Index tabs of a card. Arrows move and select, Tab goes into the panel. */
export function Tabs<Id extends string>({
  label,
  tabs,
  selected,
  onSelect,
  showKeys,
  children,
}: TabsProps<Id>) {
  return (
    <AriaTabs
      className={classNames(styles.tabs)}
      selectedKey={selected}
      onSelectionChange={(id) => onSelect(id as Id)}
    >
      <TabList aria-label={label} className={classNames(styles.list)}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={classNames(styles.tab)}>
            {tab.icon}
            {tab.label}
            {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
            {showKeys && tab.keys && <Kbd keys={tab.keys} />}
          </Tab>
        ))}
      </TabList>
      {children}
    </AriaTabs>
  );
}

/** What a tab shows; it fills the room below the tabs and scrolls by itself. */
export function TabPanel({ id, children }: { id: string; children: ReactNode }) {
  return (
    <AriaTabPanel id={id} className={classNames(styles.panel)}>
      {children}
    </AriaTabPanel>
  );
}
