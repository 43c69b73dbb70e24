import type { CustomerCard } from '#shared/features/customers/contract.ts';
import { countryName, homeCountry } from '#shared/values/country.ts';
import { formatPhone } from '#shared/values/phone.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Definition, DefinitionList } from '../../../ui/definition-list.tsx';
import { SectionHead } from '../../../ui/section-head.tsx';
import styles from './details-tab.module.css';
import type { Contact, RevealedContact } from './use-revealed-contact.tsx';

interface ContactSectionProps {
  card: CustomerCard;
  revealed: RevealedContact;
}

/** How the customer is reached; protected contact details only for a reason, and only for a while. */
export function ContactSection({ card, revealed: { contact, link, dialog } }: ContactSectionProps) {
  const t = useTexts();
  return (
    <section>
      <SectionHead title={t('customers:card.contact')} end={link} />
      <ContactRows contact={contact ?? card} isHidden={card.contactProtected && contact === null} />
      {dialog}
    </section>
  );
}

function ContactRows({ contact, isHidden }: { contact: Contact; isHidden: boolean }) {
  const t = useTexts();
  const { language } = usePreferences();
  const { phone, email, street, postalCode, city, country } = contact;
  const abroad = country === homeCountry ? null : countryName(country, language);
  const place = [postalCode, city].filter(Boolean).join(' ');
  const address = street && [street, place, abroad].filter(Boolean).join(', ');
  return (
    <DefinitionList>
      <Definition term={t('customers:card.phone')}>
        <Value isHidden={isHidden}>{phone && formatPhone(phone)}</Value>
      </Definition>
      <Definition term={t('customers:card.email')}>
        <Value isHidden={isHidden}>{email}</Value>
      </Definition>
      <Definition term={t('customers:card.address')}>
        <Value isHidden={isHidden}>{address}</Value>
      </Definition>
    </DefinitionList>
  );
}

function Value({ isHidden, children }: { isHidden: boolean; children: string | null }) {
  const t = useTexts();
  if (isHidden) return <span className={styles.dim}>{t('customers:protected.word')}</span>;
  return children ? children : <span className={styles.dim}>{t('customers:card.nothing')}</span>;
}
