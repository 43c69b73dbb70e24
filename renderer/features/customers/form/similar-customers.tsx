import { useQuery } from '@tanstack/react-query';
import { CopyCheck } from 'lucide-react';
import { useState } from 'react';
import { type Control, useWatch } from 'react-hook-form';
import type { LooksLike } from '#shared/features/customers/contract.ts';
import { formatDate, isoDateSchema } from '#shared/values/dates.ts';
import { listName } from '#shared/values/names.ts';
import { formatPhone } from '#shared/values/phone.ts';
import { client } from '../../../api/client.ts';
import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Button } from '../../../ui/button.tsx';
import type { CustomerValues } from './form-values.ts';
import styles from './similar-customers.module.css';
import { useSettled } from './use-settled.ts';

const settleMs = 250;

interface SimilarCustomersProps {
  control: Control<CustomerValues>;
  /** the customer being edited, who is not a duplicate of herself */
  except: string | null;
  onOpen: (customerId: string) => void;
}

/** While the form is typed: customers who may be the same person, to be compared before saving. */
export function SimilarCustomers({ control, except, onOpen }: SimilarCustomersProps) {
  const typed = useWatch({ control, name: 'form' });
  const { hetu, lastName, firstNames, birthDate, phone } = typed;
  const wanted = useSettled({ hetu, lastName, firstNames, birthDate, phone }, settleMs);
  const { data = [] } = useQuery({
    ...client.customers.similar({ ...cut(wanted), except }),
    enabled: wanted.hetu !== '' || wanted.phone !== '' || wanted.birthDate !== '',
  });
  const [others, setOthers] = useState<readonly string[]>([]);
  const alike = data.filter(({ id }) => !others.includes(id));
  const [first] = alike;
  if (!first) return null;
  return (
    <Comparison
      first={first}
      typed={typed}
      alike={alike}
      isEdit={except !== null}
      onOpen={onOpen}
      onNotSame={() => setOthers([...others, ...alike.map(({ id }) => id)])}
    />
  );
}

/** The contract's own limits: a field that is too long says so itself. */
function cut({ hetu, lastName, firstNames, birthDate, phone }: Record<string, string>) {
  return {
    hetu: (hetu ?? '').slice(0, 14),
    lastName: (lastName ?? '').slice(0, 80),
    firstNames: (firstNames ?? '').slice(0, 120),
    birthDate: (birthDate ?? '').slice(0, 20),
    phone: (phone ?? '').slice(0, 40),
  };
}

interface ComparisonProps {
  typed: CustomerValues['form'];
  /** the most alike */
  first: LooksLike;
  alike: readonly LooksLike[];
  isEdit: boolean;
  onOpen: (customerId: string) => void;
  onNotSame: () => void;
}

function Comparison({ typed, first, alike, isEdit, onOpen, onNotSame }: ComparisonProps) {
  const t = useTexts();
  const open = () => onOpen(first.id);
  const openLabel = t('customers:form.openCustomer', { number: first.number });
  useViewKeys([{ keys: 'Alt+A', label: openLabel, action: open }]);
  const sameHetu = alike.find(({ same }) => same.includes('hetu'));
  return (
    <section className={styles.similar} aria-label={t('customers:similar.label')}>
      <div className={styles.head} role="status">
        <CopyCheck size={18} aria-hidden="true" />
        <div>
          <b>
            {sameHetu
              ? t('customers:similar.sameHetu', { number: sameHetu.number })
              : t('customers:similar.title')}
          </b>
          <span>{t('customers:similar.text')}</span>
        </div>
      </div>
      <div className={styles.actions}>
        <Button small keys={['Alt', 'A']} onPress={open}>
          {openLabel}
        </Button>
        {!sameHetu && (
          <Button small variant="quiet" onPress={onNotSame}>
            {t('customers:similar.notSame')}
          </Button>
        )}
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('customers:similar.who')}</th>
            <th scope="col">{t('customers:similar.name')}</th>
            <th scope="col">{t('customers:similar.born')}</th>
            <th scope="col">{t('customers:similar.phone')}</th>
            <th scope="col">{t('customers:similar.address')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t(isEdit ? 'customers:similar.thisEdited' : 'customers:similar.this')}</th>
            <td {...marked(first.same.includes('name-and-birth-date'))}>{listName(typed)}</td>
            <td {...marked(first.birthDate === typed.birthDate)}>{dateText(typed.birthDate)}</td>
            <td {...marked(first.same.includes('phone'))}>{typed.phone}</td>
            <td>{typed.street}</td>
          </tr>
          {alike.map((customer) => (
            <AlikeRow key={customer.id} customer={customer} typed={typed} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function AlikeRow({ customer, typed }: { customer: LooksLike; typed: CustomerValues['form'] }) {
  const t = useTexts();
  const { same, birthDate, phone } = customer;
  return (
    <tr>
      <th scope="row" {...marked(same.includes('hetu'))}>
        {customer.number}
      </th>
      <td {...marked(same.includes('name-and-birth-date'))}>{listName(customer)}</td>
      <td {...marked(birthDate === typed.birthDate)}>{formatDate(birthDate)}</td>
      <td {...marked(same.includes('phone'))}>
        {customer.contactProtected ? t('customers:protected.word') : phone && formatPhone(phone)}
      </td>
      <td>{customer.contactProtected ? t('customers:protected.word') : customer.street}</td>
    </tr>
  );
}

/** Draws a cell as the same in both. */
function marked(isSame: boolean) {
  return isSame ? { 'data-same': true } : {};
}

function dateText(value: string): string {
  return isoDateSchema.safeParse(value).success ? formatDate(value) : value;
}
