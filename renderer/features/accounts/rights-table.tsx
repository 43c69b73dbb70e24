import { Check } from 'lucide-react';
import type { Access } from '#shared/rpc/procedure.ts';
import { type Role, roles } from '#shared/values/roles.ts';
import { client } from '../../api/client.ts';
import { useTexts } from '../../locales/use-texts.ts';
import styles from './rights-table.module.css';

/** What people understand as one right, and the call that the contract gives it by. */
const rights = {
  customers: client.customers.search,
  consents: client.consents.record,
  wordings: client.consents.publishWording,
  report: client.reports.exportCustomer,
  log: client.audit.list,
  backups: client.backup.choosePlace,
  accounts: client.accounts.add,
} as const satisfies Record<string, { readonly access: Access }>;

const names = Object.keys(rights) as (keyof typeof rights)[];

/** What each role may do, as the contract says; the chosen roles stand out. */
export function RightsTable({ chosen }: { chosen: readonly Role[] }) {
  const t = useTexts();
  return (
    <table className={styles.table} aria-label={t('accounts:rights.title')}>
      <thead>
        <tr>
          <th scope="col">{t('accounts:rights.right')}</th>
          {roles.map((role) => (
            <th key={role} scope="col" data-chosen={chosen.includes(role) || undefined}>
              {t(`words:roles.${role}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">{t(`accounts:rights.tasks.${name}`)}</th>
            {roles.map((role) => (
              <td key={role} data-chosen={chosen.includes(role) || undefined}>
                <May isAllowed={rights[name].access !== 'door' && rights[name].access.includes(role)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function May({ isAllowed }: { isAllowed: boolean }) {
  const t = useTexts();
  return isAllowed ? (
    <>
      <Check size={15} aria-hidden="true" />
      <span className={styles.spoken}>{t('accounts:rights.may')}</span>
    </>
  ) : (
    <>
      <span aria-hidden="true">–</span>
      <span className={styles.spoken}>{t('accounts:rights.mayNot')}</span>
    </>
  );
}
