import type { Translate } from '../../locales/use-texts.ts';

const steps = ['bytes', 'kilobytes', 'megabytes', 'gigabytes'] as const;

/** 48 234 496 → `48 Mt`, thousands as the disk makers count; one decimal under ten. */
export function byteText(t: Translate, bytes: number): string {
  const step = Math.min(steps.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
  const amount = bytes / 1000 ** step;
  const value = step > 0 && amount < 10 ? amount.toFixed(1).replace('.', ',') : String(Math.round(amount));
  return t(`units.${steps[step] ?? 'bytes'}`, { value });
}
