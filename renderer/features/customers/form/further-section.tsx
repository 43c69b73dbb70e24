import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { countries, countryName } from '#shared/values/country.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { usePreferences } from '../../../app/preferences.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { ComboBox } from '../../../ui/combo-box.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { focusField } from '../../../ui/focus-field.ts';
import { Controlled } from '../../../ui/form/controlled.tsx';
import { Col, FormGrid } from '../../../ui/form-grid.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { hasFurther } from './form-values.ts';
import styles from './further-section.module.css';
import type { useCustomerForm } from './use-customer-form.ts';

type Form = Pick<ReturnType<typeof useCustomerForm>['form'], 'control' | 'formState'>;

const further = ['country', 'contactProtected', 'onlineUserName', 'deceasedOn'] as const;

/**
 * What few customers need: closed, and outside the order of Tab, so that registering takes no more keys than without
 * it. Alt+L opens it and goes into it; what holds a value or is wrong is always open.
 */
export function FurtherSection({ form: { control, formState } }: { form: Form }) {
  const t = useTexts();
  const values = useWatch({ control, name: 'form' });
  const [isOpened, setIsOpened] = useState(false);
  const errors = formState.errors.form;
  // a foreign code is right in another country, which is chosen here
  const isAbroad = errors?.postalCode?.message === 'finnish-postal-code';
  const isNeeded = isAbroad || hasFurther(values) || further.some((field) => errors?.[field]);
  const isOpen = isOpened || isNeeded;
  const open = () => {
    setIsOpened(true);
    requestAnimationFrame(() => focusField('form.country'));
  };
  useViewKeys([{ keys: 'Alt+L', label: t('customers:form.further'), action: open, onBar: false }]);
  return (
    <section className={styles.section}>
      <button
        type="button"
        tabIndex={-1}
        className={styles.opener}
        aria-expanded={isOpen}
        onClick={isOpen && !isNeeded ? () => setIsOpened(false) : open}
      >
        {isOpen ? (
          <ChevronDown size={18} aria-hidden="true" />
        ) : (
          <ChevronRight size={18} aria-hidden="true" />
        )}
        <b>{t('customers:form.further')}</b>
        {!isOpen && <span>{t('customers:form.furtherHint')}</span>}
        <Kbd keys={['Alt', 'L']} />
      </button>
      {isOpen && <FurtherFields control={control} />}
    </section>
  );
}

function FurtherFields({ control }: Pick<Form, 'control'>) {
  const t = useTexts();
  const { language } = usePreferences();
  const { ofIssue } = useFaultTexts();
  const bind = { control, errorText: ofIssue };
  const optional = t('optional');
  const [options] = useState(() =>
    countries.map((value) => ({ value, label: countryName(value, language), detail: value })),
  );
  return (
    <div className={styles.fields}>
      <FormGrid>
        <Col span={4}>
          <Controlled {...bind} name="form.country">
            {(field) => (
              <ComboBox
                {...field}
                // an address is always in some country: emptied, it is where it was
                onChange={(country) => country !== null && field.onChange(country)}
                label={t('customers:fields.country')}
                options={options}
                emptyText={t('customers:form.noCountry')}
              />
            )}
          </Controlled>
        </Col>
        <Col span={5}>
          <Controlled {...bind} name="form.onlineUserName">
            {(field) => <TextField {...field} label={t('customers:fields.onlineUserName')} mark={optional} />}
          </Controlled>
        </Col>
        <Col span={3}>
          <Controlled {...bind} name="form.deceasedOn">
            {(field) => (
              <DateField {...field} years="past" label={t('customers:fields.deceasedOn')} mark={optional} />
            )}
          </Controlled>
        </Col>
        <Col span={12}>
          <Controlled {...bind} name="form.contactProtected">
            {({ value, ...field }) => (
              <Checkbox {...field} isSelected={value}>
                <b>{t('customers:fields.contactProtected')}</b>{' '}
                <span className={styles.note}>{t('customers:form.protectedHint')}</span>
              </Checkbox>
            )}
          </Controlled>
        </Col>
      </FormGrid>
    </div>
  );
}
