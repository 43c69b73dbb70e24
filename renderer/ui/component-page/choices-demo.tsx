import { useState } from 'react';
import { AnswerList } from '../answer-list.tsx';
import { Checkbox } from '../checkbox.tsx';
import { CheckboxGroup } from '../checkbox-group.tsx';
import { ChoiceChips, MultiChoiceChips } from '../choice-chips.tsx';
import { ChoiceGrid } from '../choice-grid.tsx';
import styles from '../component-page.module.css';
import { ConsentMark } from '../consent-mark.tsx';
import { SegmentedAnswer } from '../segmented-answer.tsx';

const ANSWERS = [
  { value: 'yes', label: 'Suostuu', icon: <ConsentMark state="given" size={14} /> },
  { value: 'no', label: 'Ei suostu', icon: <ConsentMark state="not-given" size={14} /> },
  { value: 'not-asked', label: 'Ei kysytty', icon: <ConsentMark state="not-asked" size={14} /> },
] as const;

const SOURCES = [
  { value: 'self', label: 'Asiakas itse' },
  { value: 'guardian', label: 'Huoltaja' },
  { value: 'referral', label: 'Lähete' },
] as const;

const CHANNELS = [
  { value: 'email', label: 'Sähköposti' },
  { value: 'sms', label: 'Tekstiviesti' },
  { value: 'call', label: 'Puhelu' },
  { value: 'post', label: 'Kirje' },
] as const;

export function ChoicesDemo() {
  const [answer, setAnswer] = useState<string | null>('yes');
  const [missing, setMissing] = useState<string | null>(null);
  const [source, setSource] = useState<string | null>('self');
  const [channels, setChannels] = useState<readonly string[]>(['email', 'sms']);
  return (
    <div className={styles.stack}>
      <SegmentedAnswer label="Suoramarkkinointi" choices={ANSWERS} value={answer} onChange={setAnswer} />
      <SegmentedAnswer
        label="Asiakaskyselyt"
        choices={ANSWERS}
        value={missing}
        onChange={setMissing}
        error="Valitse vastaus. Jos et ehdi kysyä, valitse Ei kysytty."
      />
      <ChoiceChips label="Mistä tiedot saatiin?" choices={SOURCES} value={source} onChange={setSource} />
      <MultiChoiceChips label="Kanavat" choices={CHANNELS} value={channels} onChange={setChannels} />
      <BoxesDemo />
      <TilesDemo />
    </div>
  );
}

function BoxesDemo() {
  const [channels, setChannels] = useState<readonly string[]>(['email']);
  const [isOn, setIsOn] = useState(false);
  return (
    <>
      <CheckboxGroup label="Luvan kanavat" choices={CHANNELS} value={channels} onChange={setChannels} />
      <Checkbox isSelected={isOn} onChange={setIsOn}>
        Tulosta kuitti
      </Checkbox>
      <Checkbox isSelected={false} isMixed onChange={setIsOn}>
        4 valittu
      </Checkbox>
      <Checkbox isSelected={false} onChange={setIsOn} error="Lue sitoumus ja vahvista se.">
        Olen lukenut vaitiolositoumuksen
      </Checkbox>
    </>
  );
}

const REPLIES = [
  {
    value: 'yes',
    label: 'Suostuu',
    note: 'voimassa 18.11.2028 asti',
    keys: 'S',
    icon: <ConsentMark state="given" size={18} />,
  },
  {
    value: 'no',
    label: 'Ei suostu',
    note: 'ei kysytä uudelleen 12 kuukauteen',
    keys: 'E',
    icon: <ConsentMark state="not-given" size={18} />,
  },
  {
    value: 'stop',
    label: 'Kieltää',
    note: 'ohittaa kaikki luvat heti',
    keys: 'K',
    tone: 'stop',
    icon: <ConsentMark state="prohibition" size={18} />,
  },
] as const;

const TILES = [
  { value: 'f45', label: 'Fysioterapia', note: '45 min · 68 €', keys: '1' },
  { value: 'f30', label: 'Fysioterapia', note: '30 min · 49 €', keys: '2' },
  { value: 'e75', label: 'Ensikäynti', note: '75 min · 95 €', keys: '3' },
  { value: 'h60', label: 'Hieronta', note: '60 min · 62 €', keys: '4' },
  { value: 'h30', label: 'Hieronta', note: '30 min · 38 €', keys: '5' },
  { value: 'r45', label: 'Ravitsemus', note: '45 min · 65 €', keys: '6' },
] as const;

function TilesDemo() {
  const [reply, setReply] = useState<string | null>('yes');
  const [service, setService] = useState<string | null>('h60');
  return (
    <>
      <AnswerList label="Asiakkaan vastaus" choices={REPLIES} value={reply} onChange={setReply} />
      <ChoiceGrid
        label="Palvelu"
        mark="paina numeroa"
        choices={TILES}
        value={service}
        onChange={setService}
      />
    </>
  );
}
