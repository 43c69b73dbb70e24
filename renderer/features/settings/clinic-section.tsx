import { useQuery } from '@tanstack/react-query';
import { formatPhone } from '#shared/values/phone.ts';
import { client } from '../../api/client.ts';
import { ReadFault } from '../../app/read-fault.tsx';
import { useTexts } from '../../locales/use-texts.ts';
import { Definition, DefinitionList } from '../../ui/definition-list.tsx';
import { SectionHead } from '../../ui/section-head.tsx';
import styles from './settings-page.module.css';

/** The controller's details, as letters and reports show them. */
export function ClinicSection() {
  const t = useTexts();
  const read = useQuery(client.settings.clinic());
  const { data: clinic } = read;
  return (
    <section className={styles.section} aria-labelledby="settings-clinic">
      <SectionHead id="settings-clinic" title={t('settings:clinic.title')} />
      <ReadFault of={read} />
      {clinic && (
        <DefinitionList>
          <Definition term={t('settings:clinic.name')}>{clinic.name}</Definition>
          <Definition term={t('settings:clinic.businessId')}>{clinic.businessId}</Definition>
          <Definition term={t('settings:clinic.address')}>
            {clinic.street}, {clinic.postalCode} {clinic.city}
          </Definition>
          <Definition term={t('settings:clinic.phone')}>{formatPhone(clinic.phone)}</Definition>
          <Definition term={t('settings:clinic.email')}>{clinic.email}</Definition>
          <Definition term={t('settings:clinic.dataContact')}>{clinic.dataContact}</Definition>
        </DefinitionList>
      )}
      <p className={styles.note}>{t('settings:clinic.note')}</p>
    </section>
  );
}
