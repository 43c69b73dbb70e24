import { type VisitFilter, visitFilters } from '#shared/features/visits/contract.ts';
import { today } from '#shared/values/dates.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { SegmentedAnswer } from '../../ui/segmented-answer.tsx';

interface VisitFilterChoiceProps {
  /** How many there are in all. */
  count: number;
  value: VisitFilter;
  onChange: (value: VisitFilter) => void;
}

/** Everything, this year, or what products were bought. */
export function VisitFilterChoice({ count, value, onChange }: VisitFilterChoiceProps) {
  const t = useTexts();
  const labels: Record<VisitFilter, string> = {
    all: t('visits:filter.all', { count }),
    year: today().slice(0, 4),
    purchases: t('visits:filter.purchases'),
  };
  return (
    <SegmentedAnswer
      label={t('visits:filter.label')}
      isLabelHidden
      small
      choices={visitFilters.map((filter) => ({ value: filter, label: labels[filter] }))}
      value={value}
      onChange={(filter) => filter && onChange(filter)}
    />
  );
}
