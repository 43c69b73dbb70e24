import { type UnusualRules, unusualRulesSchema } from '#shared/features/audit/unusual.ts';
import { type IssueCode, issueCode } from '#shared/rpc/issue-codes.ts';
import { clockText } from './mark-text.ts';

/** The rules as they are typed. */
export interface TypedRules {
  ownFamilyName: boolean;
  manyCards: boolean;
  cards: string;
  minutes: string;
  manyCardsInDay: boolean;
  cardsInDay: string;
  outsideHours: boolean;
  /** Monday first; both empty on a day when the office is closed. */
  week: readonly { from: string; to: string }[];
}

export function typedRules({
  ownFamilyName,
  manyCards,
  manyCardsInDay,
  outsideHours,
}: UnusualRules): TypedRules {
  return {
    ownFamilyName: ownFamilyName.isOn,
    manyCards: manyCards.isOn,
    cards: String(manyCards.cards),
    minutes: String(manyCards.minutes),
    manyCardsInDay: manyCardsInDay.isOn,
    cardsInDay: String(manyCardsInDay.cards),
    outsideHours: outsideHours.isOn,
    week: outsideHours.week.map((hours) => ({
      from: hours ? clockText(hours.from) : '',
      to: hours ? clockText(hours.to) : '',
    })),
  };
}

export type RulesProblems = Readonly<Record<string, IssueCode>>;

/** The rules that were typed, or what is wrong with which field (`cards`, `minutes`, `cardsInDay`, `week.0.from`). */
export function readRules(typed: TypedRules): { rules: UnusualRules } | { problems: RulesProblems } {
  const read = unusualRulesSchema.safeParse({
    ownFamilyName: { isOn: typed.ownFamilyName },
    manyCards: { isOn: typed.manyCards, cards: number(typed.cards), minutes: number(typed.minutes) },
    manyCardsInDay: { isOn: typed.manyCardsInDay, cards: number(typed.cardsInDay) },
    outsideHours: {
      isOn: typed.outsideHours,
      week: typed.week.map(({ from, to }) =>
        from.trim() === '' && to.trim() === '' ? null : { from: time(from), to: time(to) },
      ),
    },
  });
  if (read.success) return { rules: read.data };
  const problems = read.error.issues.map((issue) => [fieldOf(issue.path), codeOf(issue)] as const);
  return { problems: Object.fromEntries(problems) };
}

type Issue = Parameters<typeof issueCode>[0];

/** A number that is no number is told by what is asked for. */
function codeOf(issue: Issue): IssueCode {
  const code = issueCode(issue);
  return code === 'invalid' ? 'count-format' : code;
}

function fieldOf(path: readonly PropertyKey[]): string {
  const [rule, name, ...rest] = path.map(String);
  if (rule === 'manyCardsInDay') return 'cardsInDay';
  return rule === 'outsideHours' ? ['week', ...rest].join('.') : (name ?? '');
}

function number(text: string): number {
  return /^\d+$/.test(text.trim()) ? Number(text.trim()) : Number.NaN;
}

/** `7`, `7.30`, `07:30` → `07:30`; what is no time stays as it is and is refused. */
function time(text: string): string {
  const parts = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(text.trim());
  return parts ? `${(parts[1] ?? '').padStart(2, '0')}:${parts[2] ?? '00'}` : text;
}
