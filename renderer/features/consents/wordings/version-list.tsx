import type { Wording } from '#shared/features/consents/contract.ts';
import { formatInstant } from '#shared/values/dates.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { type Translate, useTexts } from '../../../locales/use-texts.ts';
import { SectionHead } from '../../../ui/section-head.tsx';
import { type Column, Table } from '../../../ui/table.tsx';

/** Every version there has been; each stays as it was, because consents were given to it. */
export function VersionList({ versions }: { versions: readonly Wording[] }) {
  const t = useTexts();
  const { language } = usePreferences();
  const columns: Column<Wording>[] = [
    { id: 'version', header: t('consents:wordings.version'), cell: ({ version }) => version, width: '72px' },
    {
      id: 'text',
      header: t('consents:wordings.text'),
      cell: ({ texts }) => <span lang={language}>{texts[language]}</span>,
    },
    {
      id: 'validity',
      header: t('consents:wordings.validity'),
      cell: ({ validMonths }) => validityText(t, validMonths),
      width: '130px',
    },
    {
      id: 'published',
      header: t('consents:wordings.published'),
      cell: ({ publishedAt }) => formatInstant(publishedAt),
      width: '130px',
    },
    { id: 'by', header: t('consents:wordings.by'), cell: ({ publishedBy }) => publishedBy, width: '150px' },
  ];
  return (
    <section>
      <SectionHead level={3} title={t('consents:wordings.history')} />
      <Table
        isPlain
        label={t('consents:wordings.history')}
        columns={columns}
        rows={versions}
        rowId={({ id }) => id}
      />
    </section>
  );
}

function validityText(t: Translate, months: number | null): string {
  return months === null
    ? t('consents:wordings.untilWithdrawn')
    : t('consents:wordings.months', { count: months });
}
