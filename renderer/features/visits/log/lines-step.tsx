import { type RefObject, useEffect, useRef } from 'react';
import { type UseFieldArrayReturn, useFieldArray } from 'react-hook-form';
import type { PriceListItem } from '#shared/features/visits/contract.ts';
import { formatCents } from '#shared/values/money.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { ComboBox } from '../../../ui/combo-box.tsx';
import { focusField } from '../../../ui/focus-field.ts';
import { InlineError } from '../../../ui/inline-error.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { focusAndSelect } from './focus-and-select.ts';
import { LineRow } from './line-row.tsx';
import styles from './lines.module.css';
import { Step } from './step.tsx';
import { Totals } from './totals.tsx';
import type { Discounts } from './use-discount.ts';
import { isCharged, lineOf, type VisitForm } from './visit-form.ts';
import type { VisitFormApi } from './visit-form-api.ts';

export type VisitLines = UseFieldArrayReturn<VisitForm, 'lines', 'key'>;

/** The lines have ids of their own, so the form's bookkeeping is called something else. */
export function useVisitLines(form: VisitFormApi): VisitLines {
  return useFieldArray({ control: form.control, name: 'lines', keyName: 'key' });
}

interface LinesStepProps {
  form: VisitFormApi;
  lines: VisitLines;
  products: readonly PriceListItem[];
  isAdding: boolean;
  onAddingChange: (isAdding: boolean) => void;
  discount: Discounts;
}

/** What is sold, line by line, with the tax and the total under it. */
export function LinesStep({ form, lines, products, isAdding, onAddingChange, discount }: LinesStepProps) {
  const t = useTexts();
  const kind = form.watch('kind');
  const added = useFocusOnAdded(lines.fields.length);
  const removed = useFocusAfterRemoved(lines.fields.length);
  const add = (product: PriceListItem) => {
    added.current = true;
    lines.append(lineOf(product), { shouldFocus: false });
    onAddingChange(false);
  };
  const isMissing = form.formState.errors.lines?.root ?? form.formState.errors.lines?.message;
  return (
    <Step
      title={t('visits:log.price')}
      end={
        <span className={styles.actions}>
          {discount.isShown ? (
            <span className={styles.hint}>{t('visits:log.discountHint')}</span>
          ) : (
            <LinkButton keys="%" onPress={discount.show}>
              {t('visits:log.addDiscount')}
            </LinkButton>
          )}
          <LinkButton keys="+" onPress={() => onAddingChange(true)}>
            {t('visits:log.addProduct')}
          </LinkButton>
        </span>
      }
    >
      {lines.fields.length === 0 && !isAdding && (
        <p className={styles.none}>
          {t(isCharged(kind) ? 'visits:log.chooseFirst' : 'visits:log.notCharged')}
        </p>
      )}
      <ul id="lines">
        {lines.fields.map(({ key, vatRate }, index) => (
          <LineRow
            key={key}
            form={form}
            index={index}
            vatRate={vatRate}
            hasDiscount={discount.isShown}
            onRemove={() => {
              removed.current = index;
              lines.remove(index);
            }}
          />
        ))}
      </ul>
      {isAdding && <ProductPicker products={products} onPick={add} />}
      <InlineError>{isMissing && form.getValues('serviceId') ? t('visits:log.noLines') : null}</InlineError>
      <Totals control={form.control} />
    </Step>
  );
}

/** A new line waits for its quantity. */
function useFocusOnAdded(count: number): RefObject<boolean> {
  const added = useRef(false);
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    focusAndSelect(`lines.${count - 1}.quantity`);
  }, [count]);
  return added;
}

/** The line that takes the place of one that was removed has the focus then, or the last one; without any it is the services'. */
function useFocusAfterRemoved(count: number): RefObject<number | null> {
  const removed = useRef<number | null>(null);
  useEffect(() => {
    if (removed.current === null) return;
    const next = Math.min(removed.current, count - 1);
    removed.current = null;
    if (next >= 0) focusAndSelect(`lines.${next}.quantity`);
  }, [count]);
  return removed;
}

function ProductPicker({
  products,
  onPick,
}: {
  products: readonly PriceListItem[];
  onPick: (product: PriceListItem) => void;
}) {
  const t = useTexts();
  useEffect(() => focusField('product'), []);
  return (
    <ComboBox
      id="product"
      label={t('visits:log.product')}
      options={products.map(({ id, name, unitPriceCents }) => ({
        value: id,
        label: name,
        detail: formatCents(unitPriceCents),
      }))}
      emptyText={t('visits:log.noProducts')}
      value={null}
      onChange={(id) => {
        const product = products.find((one) => one.id === id);
        if (product) onPick(product);
      }}
    />
  );
}
