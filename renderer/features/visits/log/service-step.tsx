import type { PriceListItem } from '#shared/features/visits/contract.ts';
import { formatCents } from '#shared/values/money.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { type Translate, useTexts } from '../../../locales/use-texts.ts';
import type { Choice } from '../../../ui/choice.ts';
import { ChoiceGrid } from '../../../ui/choice-grid.tsx';
import { Controlled } from '../../../ui/form/controlled.tsx';
import { Step } from './step.tsx';
import type { VisitFormApi } from './visit-form-api.ts';

interface ServiceStepProps {
  form: VisitFormApi;
  services: readonly PriceListItem[];
  onChoose: (service: PriceListItem) => void;
}

/** The price list as tiles; the first nine are chosen by their number. */
export function ServiceStep({ form, services, onChoose }: ServiceStepProps) {
  const t = useTexts();
  const { ofIssue } = useFaultTexts();
  if (services.length === 0) {
    return <Step title={t('visits:log.service')}>{t('visits:log.noServices')}</Step>;
  }
  return (
    <Step title={t('visits:log.service')} meta={t('visits:log.pressNumber')}>
      <Controlled control={form.control} name="serviceId" errorText={ofIssue}>
        {({ onChange: _, ...field }) => (
          <ChoiceGrid
            {...field}
            label={t('visits:log.service')}
            isLabelHidden
            choices={services.map((service, index) => tile(t, service, index))}
            onChange={(id) => {
              const service = services.find((one) => one.id === id);
              if (service) onChoose(service);
            }}
          />
        )}
      </Controlled>
    </Step>
  );
}

function tile(t: Translate, { id, name, minutes, unitPriceCents }: PriceListItem, index: number): Choice {
  const length = minutes === null ? null : t('visits:log.minutes', { minutes });
  return {
    value: id,
    label: minutes === null ? name : name.replace(new RegExp(`\\s+${minutes}\\s*min$`), ''),
    note: [length, shortPrice(unitPriceCents)].filter(Boolean).join(' · '),
    keys: index < 9 ? String(index + 1) : undefined,
  };
}

/** Whole euros without the cents: `68 €`. */
function shortPrice(cents: number): string {
  return formatCents(cents).replace(',00', '');
}
