import type { FeedbackSums } from '#shared/features/visits/feedback-contract.ts';
import { averageOf, countOf, type RatingCounts, ratings } from '#shared/features/visits/rating.ts';
import { type Translate, useTexts } from '../../../locales/use-texts.ts';
import { SectionHead } from '../../../ui/section-head.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import styles from './feedback-summary.module.css';
import { averageText } from './rating-text.ts';

/** How the period was rated: how many of each, and by practitioner. */
export function FeedbackSummary({ sums }: { sums: FeedbackSums }) {
  const t = useTexts();
  const average = averageOf(sums.all);
  return (
    <div className={styles.summary}>
      <section>
        <SectionHead
          title={t('visits:overview.ratings')}
          end={
            <span className={styles.average}>
              {t('visits:overview.averageOf', {
                average: average === null ? '' : averageText(average),
                count: countOf(sums.all),
              })}
            </span>
          }
        />
        <Distribution counts={sums.all} />
      </section>
      <section>
        <SectionHead title={t('visits:overview.byPractitioner')} />
        <Table
          isPlain
          label={t('visits:overview.byPractitioner')}
          rows={rowsOf(t, sums)}
          rowId={({ id }) => id}
          columns={practitionerColumns(t)}
        />
      </section>
    </div>
  );
}

interface Share {
  rating: (typeof ratings)[number];
  count: number;
  percent: number;
}

/** The best first, as people read it; each bar has its number beside it. */
function Distribution({ counts }: { counts: RatingCounts }) {
  const t = useTexts();
  const all = countOf(counts);
  const rows = ratings
    .map((rating, index): Share => {
      const count = counts[index] ?? 0;
      return { rating, count, percent: Math.round((count / all) * 100) };
    })
    .reverse();
  return (
    <Table
      isPlain
      label={t('visits:overview.ratings')}
      rows={rows}
      rowId={({ rating }) => String(rating)}
      columns={[
        {
          id: 'rating',
          header: t('visits:feedback.rating'),
          width: '128px',
          isRowHeader: true,
          cell: ({ rating }) => t(`visits:feedback.ratings.${rating}`),
        },
        {
          id: 'count',
          header: t('visits:overview.count'),
          width: '64px',
          align: 'end',
          cell: ({ count }) => count,
        },
        {
          id: 'share',
          header: t('visits:overview.share'),
          cell: ({ percent }) => (
            <div className={styles.share}>
              <div className={styles.bar} aria-hidden="true">
                <i style={{ width: `${percent}%` }} />
              </div>
              {t('visits:overview.percent', { percent })}
            </div>
          ),
        },
      ]}
    />
  );
}

interface Rated {
  id: string;
  name: string;
  counts: RatingCounts;
}

function rowsOf(t: Translate, { practitioners, anonymous }: FeedbackSums): Rated[] {
  const named = practitioners.map(({ id, name, counts }) => ({
    id: id ?? 'none',
    name: name ?? t('visits:overview.noPractitioner'),
    counts,
  }));
  const nameless = { id: 'anonymous', name: t('visits:overview.anonymous'), counts: anonymous };
  return countOf(anonymous) === 0 ? named : [...named, nameless];
}

function practitionerColumns(t: Translate): Column<Rated>[] {
  return [
    {
      id: 'name',
      header: t('visits:log.practitioner'),
      isRowHeader: true,
      cell: ({ name }) => <span className={styles.name}>{name}</span>,
    },
    {
      id: 'count',
      header: t('visits:overview.count'),
      width: '64px',
      align: 'end',
      cell: ({ counts }) => countOf(counts),
    },
    {
      id: 'average',
      header: t('visits:overview.average'),
      width: '88px',
      align: 'end',
      cell: ({ counts }) => averageText(averageOf(counts) ?? 0),
    },
  ];
}
