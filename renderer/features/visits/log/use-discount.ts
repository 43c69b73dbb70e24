import { useEffect, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { focusAndSelect } from './focus-and-select.ts';
import type { VisitFormApi } from './visit-form-api.ts';

export interface Discounts {
  /** Asked for, or there is one already. */
  readonly isShown: boolean;
  show: () => void;
}

/** The lines' discounts stay out of sight until somebody gives one. */
export function useDiscount({ control }: VisitFormApi): Discounts {
  const [isAsked, setIsAsked] = useState(false);
  const lines = useWatch({ control, name: 'lines' });
  useEffect(() => {
    if (isAsked) focusAndSelect('lines.0.discount');
  }, [isAsked]);
  return {
    isShown: isAsked || lines.some(({ discount }) => discount !== ''),
    show: () => setIsAsked(true),
  };
}
