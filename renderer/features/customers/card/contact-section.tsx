import { type ReactNode, useEffect, useState } from 'react';
import type { CustomerCard, customersContract } from '#shared/features/customers/contract.ts';
import type { CallOutput } from '#shared/rpc/procedure.ts';
import { countryName, homeCountry } from '#shared/values/country.ts';
import { formatPhone } from '#shared/values/phone.ts';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Definition, DefinitionList } from '../../../ui/definition-list.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { SectionHead } from '../../../ui/section-head.tsx';
import { RevealDialog } from '../reveal-dialog.tsx';
import styles from './details-tab.module.css';

type Contact = CallOutput<typeof customersContract.revealContact>;

/** How the customer is reached; protected contact details only for a reason, and only for a while. */
export function ContactSection({ card }: { card: CustomerCard }) {
  const t = useTexts();
  const { shown, link, dialog } = useRevealed(card);
  return (
    <section>
      <SectionHead title={t('customers:card.contact')} end={link} />
      <ContactRows contact={shown} isHidden={card.contactProtected && shown === card} />
      {dialog}
    </section>
  );
}

/** The customer can see the screen, so what was shown hides itself again. */
const shownMs = 60_000;

function useRevealed(card: CustomerCard): { shown: Contact; link: ReactNode; dialog: ReactNode } {
  const t = useTexts();
  const [contact, setContact] = useState<Contact | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const reveal = useCommand(client.customers.revealContact, {
    onDone: (found) => {
      setContact(found);
      setIsAsking(false);
    },
  });
  useEffect(() => {
    if (contact === null) return;
    const timer = setTimeout(() => setContact(null), shownMs);
    return () => clearTimeout(timer);
  }, [contact]);
  if (!card.contactProtected) return { shown: card, link: null, dialog: null };
  return {
    shown: contact ?? card,
    link: (
      <>
        <span className={styles.note}>{t('customers:protected.logged')}</span>
        <LinkButton onPress={() => (contact ? setContact(null) : setIsAsking(true))}>
          {t(contact ? 'customers:card.hide' : 'customers:protected.showEllipsis')}
        </LinkButton>
      </>
    ),
    dialog: isAsking && (
      <RevealDialog
        error={reveal.error}
        isPending={reveal.isPending}
        onConfirm={(reason) => reveal.mutate({ customerId: card.id, reason })}
        onClose={() => setIsAsking(false)}
      />
    ),
  };
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
