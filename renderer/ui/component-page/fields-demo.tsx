import { Check } from 'lucide-react';
import { useState } from 'react';
import { ComboBox } from '../combo-box.tsx';
import styles from '../component-page.module.css';
import { DateField } from '../date-field.tsx';
import { MoneyField } from '../money-field.tsx';
import { PasswordField } from '../password-field.tsx';
import { SearchBox } from '../search-box.tsx';
import { Select } from '../select.tsx';
import { StrengthMeter } from '../strength-meter.tsx';
import { TextArea } from '../text-area.tsx';
import { TextField } from '../text-field.tsx';

export function FieldsDemo() {
  const [name, setName] = useState('Mallikas');
  const [email, setEmail] = useState('aino.posti.example');
  const [city, setCity] = useState('Hämeenlinna');
  return (
    <div className={styles.pair}>
      <TextField label="Sukunimi" value={name} onChange={setName} />
      <TextField
        label="Henkilötunnus"
        value="140387-924L"
        onChange={setName}
        isMono
        isReadOnly
        suffix={<Check size={16} aria-hidden="true" />}
        suffixTone="ok"
      />
      <TextField
        label="Postitoimipaikka"
        value={city}
        onChange={setCity}
        auto="postinumerosta, voit korjata"
      />
      <TextField
        label="Sähköposti"
        mark="ei pakollinen"
        value={email}
        onChange={setEmail}
        error="Osoitteesta puuttuu @-merkki."
      />
      <TextField label="Asiakasnumero" value="10482" onChange={setName} isReadOnly help="ohjelma antaa" />
      <TextField label="Tunnus" value="" onChange={setName} isDisabled help="tunnus on lukittu" />
      <MoreFields />
    </div>
  );
}

function MoreFields() {
  const [birthDate, setBirthDate] = useState('1968-05-26');
  const [price, setPrice] = useState<number | null>(6200);
  const [query, setQuery] = useState('mal');
  const [answer, setAnswer] = useState<string | null>(null);
  const [note, setNote] = useState('Toivoo jatkossa iltapäivän aikoja.');
  return (
    <>
      <DateField years="past" label="Syntymäaika" value={birthDate} onChange={setBirthDate} />
      <MoneyField label="Hinta" value={price} onChange={setPrice} unit="€" />
      <Select
        label="Vastaamme pyyntöihin viimeistään"
        value={answer}
        onChange={setAnswer}
        placeholder="Valitse aika"
        options={[
          { value: '2w', label: '2 viikossa' },
          { value: '1m', label: '1 kuukaudessa' },
        ]}
      />
      <Select
        label="Kieli"
        value="fi"
        onChange={setAnswer}
        error="Valitse kieli."
        options={[{ value: 'fi', label: 'suomi' }]}
      />
      <PasswordDemo />
      <TextArea label="Muistiinpano" mark="ei terveystietoja" value={note} onChange={setNote} />
      <SearchBox label="Hae asiakasta" value={query} onChange={setQuery} keys="F2" />
    </>
  );
}

function PasswordDemo() {
  const [password, setPassword] = useState('neljä tuulista mustikkaa');
  return (
    <PasswordField
      label="Salalause"
      value={password}
      onChange={setPassword}
      texts={{ show: 'Näytä salalause', hide: 'Piilota salalause', capsLock: 'Caps Lock on päällä' }}
    >
      <StrengthMeter
        label="Salalauseen vahvuus"
        score={4}
        word="Vahva."
        advice={`${password.length} merkkiä. Useampi sana on helpompi muistaa kuin erikoismerkit.`}
      />
    </PasswordField>
  );
}

const SERVICES = [
  { value: 'h60', label: 'Hieronta 60 min', detail: '62,00 €' },
  { value: 'h30', label: 'Hieronta 30 min', detail: '38,00 €' },
  { value: 'u45', label: 'Urheiluhieronta 45 min', detail: '54,00 €' },
  { value: 'f45', label: 'Fysioterapia 45 min', detail: '68,00 €' },
  { value: 'f30', label: 'Fysioterapia 30 min', detail: '49,00 €' },
  { value: 'e75', label: 'Ensikäynti 75 min', detail: '95,00 €' },
  { value: 'j60', label: 'Jalkahoito 60 min', detail: '58,00 €' },
];

export function ComboBoxDemo() {
  const [service, setService] = useState<string | null>('h60');
  return (
    <ComboBox
      label="Palvelu"
      value={service}
      onChange={setService}
      options={SERVICES}
      emptyText="Ei sellaista palvelua. Kirjoita lyhyempi alku."
    />
  );
}
