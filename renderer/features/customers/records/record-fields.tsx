import { useState } from 'react';
import { creditResults } from '#shared/features/customers/records.ts';
import { countries, countryName, homeCountry } from '#shared/values/country.ts';
import { isFinnishPostalCode } from '#shared/values/postal-code.ts';
import { cityOf } from '../../../app/city-of.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { ChoiceChips } from '../../../ui/choice-chips.tsx';
import { ComboBox } from '../../../ui/combo-box.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Col, FormGrid } from '../../../ui/form-grid.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { GuardianField } from './guardian-field.tsx';
import type { RecordValues } from './record-form.ts';

interface RecordFieldsProps {
  customerId: string;
  values: RecordValues;
  onChange: (news: Partial<RecordValues>) => void;
  errorOf: (field: string) => string | undefined;
}

/** The fields of the chosen type. */
export function RecordFields(props: RecordFieldsProps) {
  const { customerId, values, onChange, errorOf } = props;
  const t = useTexts();
  const bind = (field: 'text' | 'lastName' | 'firstNames') => ({
    id: `record.${field}`,
    value: values[field],
    onChange: (text: string) => onChange({ [field]: text }),
    error: errorOf(field),
  });
  switch (values.type) {
    case null:
      return null;
    case 'note':
      return (
        <TextArea
          {...bind('text')}
          label={t('customers:records.fields.text')}
          help={t('customers:records.noteHelp')}
          maxLength={2000}
          rows={4}
        />
      );
    case 'guardian':
      return (
        <>
          <GuardianField
            except={customerId}
            value={values.otherId}
            onChange={(otherId) => onChange({ otherId })}
            error={errorOf('otherId')}
          />
          <Period {...props} isFromNeeded />
        </>
      );
    case 'former-name':
    case 'other-name':
      return (
        <>
          <TextField {...bind('lastName')} label={t('customers:fields.lastName')} mark={t('optional')} />
          <TextField {...bind('firstNames')} label={t('customers:fields.firstNames')} mark={t('optional')} />
        </>
      );
    case 'credit-check':
      return <CreditFields {...props} />;
    default:
      return (
        <>
          <AddressFields {...props} />
          <Period {...props} />
        </>
      );
  }
}

function Period({
  values,
  onChange,
  errorOf,
  isFromNeeded = false,
}: RecordFieldsProps & { isFromNeeded?: boolean }) {
  const t = useTexts();
  return (
    <FormGrid>
      <Col span={6}>
        <DateField
          id="record.validFrom"
          label={t('customers:records.fields.validFrom')}
          mark={isFromNeeded ? undefined : t('optional')}
          value={values.validFrom}
          onChange={(validFrom) => onChange({ validFrom })}
          error={errorOf('validFrom')}
        />
      </Col>
      <Col span={6}>
        <DateField
          id="record.validUntil"
          label={t('customers:records.fields.validUntil')}
          mark={t('optional')}
          value={values.validUntil}
          onChange={(validUntil) => onChange({ validUntil })}
          error={errorOf('validUntil')}
        />
      </Col>
    </FormGrid>
  );
}

function AddressFields({ values, onChange, errorOf }: RecordFieldsProps) {
  const t = useTexts();
  const { language } = usePreferences();
  const [options] = useState(() =>
    countries.map((value) => ({ value, label: countryName(value, language), detail: value })),
  );
  const bind = (field: 'recipient' | 'street' | 'postalCode' | 'city') => ({
    id: `record.${field}`,
    value: values[field],
    onChange: (text: string) => onChange({ [field]: text }),
    error: errorOf(field),
  });
  /** Only Finnish codes are known here; what was typed stays. */
  const findCity = async (postalCode: string) => {
    onChange({ postalCode });
    if (values.country !== homeCountry || !isFinnishPostalCode(postalCode.trim()) || values.city !== '')
      return;
    const city = await cityOf(postalCode.trim(), language);
    if (city !== null) onChange({ city });
  };
  return (
    <FormGrid>
      <Col span={12}>
        <TextField
          {...bind('recipient')}
          label={t('customers:records.fields.recipient')}
          mark={t('optional')}
        />
      </Col>
      <Col span={12}>
        <TextField {...bind('street')} label={t('customers:fields.street')} />
      </Col>
      <Col span={4}>
        <TextField
          {...bind('postalCode')}
          isNumeric
          label={t('customers:fields.postalCode')}
          onChange={(postalCode) => void findCity(postalCode)}
        />
      </Col>
      <Col span={8}>
        <TextField {...bind('city')} label={t('customers:fields.city')} />
      </Col>
      <Col span={12}>
        <ComboBox
          id="record.country"
          label={t('customers:fields.country')}
          options={options}
          emptyText={t('customers:form.noCountry')}
          value={values.country}
          onChange={(country) => country !== null && onChange({ country })}
          error={errorOf('country')}
        />
      </Col>
    </FormGrid>
  );
}

function CreditFields({ values, onChange, errorOf }: RecordFieldsProps) {
  const t = useTexts();
  return (
    <>
      <ChoiceChips
        id="record.result"
        label={t('customers:records.fields.result')}
        choices={creditResults.map((value) => ({ value, label: t(`words:creditResults.${value}`) }))}
        value={values.result}
        onChange={(result) => onChange({ result })}
        error={errorOf('result')}
      />
      <DateField
        id="record.checkedOn"
        label={t('customers:records.fields.checkedOn')}
        value={values.checkedOn}
        onChange={(checkedOn) => onChange({ checkedOn })}
        error={errorOf('checkedOn')}
      />
      <TextField
        id="record.provider"
        label={t('customers:records.fields.provider')}
        value={values.provider}
        onChange={(provider) => onChange({ provider })}
        error={errorOf('provider')}
      />
      <TextField
        id="record.reference"
        label={t('customers:records.fields.reference')}
        mark={t('optional')}
        value={values.reference}
        onChange={(reference) => onChange({ reference })}
        error={errorOf('reference')}
      />
    </>
  );
}
