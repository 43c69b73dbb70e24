import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AnswerList } from '#renderer/ui/answer-list.tsx';
import { ChoiceChips, MultiChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { ConsentMark } from '#renderer/ui/consent-mark.tsx';
import { SegmentedAnswer } from '#renderer/ui/segmented-answer.tsx';

const ignore = () => {};
const choices = [
  { value: 'yes', label: 'Suostuu' },
  { value: 'no', label: 'Ei suostu' },
] as const;

describe('an answer that nobody has given', () => {
  it.each([
    ['segments', <SegmentedAnswer key="1" label="Lupa" choices={choices} value={null} onChange={ignore} />],
    ['chips', <ChoiceChips key="2" label="Lupa" choices={choices} value={null} onChange={ignore} />],
    ['a list', <AnswerList key="3" label="Lupa" choices={choices} value={null} onChange={ignore} />],
    [
      'several chips',
      <MultiChoiceChips key="4" label="Lupa" choices={choices} value={[]} onChange={ignore} />,
    ],
  ])('is not preselected in %s', (_name, control) => {
    const html = renderToStaticMarkup(control);
    expect(html).toContain('Ei suostu');
    expect(html).not.toMatch(/checked|data-selected/);
  });

  it('is marked as chosen once it is given', () => {
    const html = renderToStaticMarkup(
      <SegmentedAnswer label="Lupa" choices={choices} value="no" onChange={ignore} />,
    );
    expect(html.match(/data-selected/g)).toHaveLength(1);
  });
});

describe('a consent mark', () => {
  it('has its state in words when it stands alone', () => {
    const html = renderToStaticMarkup(<ConsentMark state="prohibition" label="Kielto" />);
    expect(html).toContain('role="img" aria-label="Kielto"');
  });

  it('is silent beside words that say the same', () => {
    expect(renderToStaticMarkup(<ConsentMark state="given" />)).toMatch(/^<svg aria-hidden="true"/);
  });

  it('draws a prohibition as a square and every permission as a circle', () => {
    expect(renderToStaticMarkup(<ConsentMark state="prohibition" />)).toContain('<rect');
    for (const state of ['given', 'allowed-without-consent', 'customer-exception', 'not-asked'] as const) {
      expect(renderToStaticMarkup(<ConsentMark state={state} />)).toContain('<circle');
    }
  });
});
