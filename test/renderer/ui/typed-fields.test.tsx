import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DateField } from '#renderer/ui/date-field.tsx';
import { MoneyField } from '#renderer/ui/money-field.tsx';

const ignore = () => {};

describe('a field whose value is not its text', () => {
  it('shows a stored date as Finns write it', () => {
    const html = renderToStaticMarkup(<DateField label="Syntymäaika" value="1968-05-26" onChange={ignore} />);
    expect(html).toContain('value="26.5.1968"');
  });

  it('keeps what was typed when it is no date', () => {
    const html = renderToStaticMarkup(<DateField label="Syntymäaika" value="31.2.1980" onChange={ignore} />);
    expect(html).toContain('value="31.2.1980"');
  });

  it('shows cents with a comma', () => {
    const html = renderToStaticMarkup(<MoneyField label="Hinta" value={1490} onChange={ignore} />);
    expect(html).toContain('value="14,90"');
  });
});
