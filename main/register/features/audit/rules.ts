import type { OpenHours, Reason, UnusualRules } from '#shared/features/audit/unusual.ts';
import { fold } from '#shared/values/names.ts';

/** An event about a customer, as far as the rules look at it. */
export interface Look {
  readonly sequence: number;
  /** UTC instant. */
  readonly at: string;
  /** Day and time of day in Finland. */
  readonly date: string;
  readonly time: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly customerId: string;
  /** The customer's card was opened; other events are about an open card. */
  readonly isCard: boolean;
  /** Null when the customer is no longer in the register. */
  readonly customerLastName: string | null;
  /** The customer has a visit on the same day. */
  readonly hasVisit: boolean;
}

export interface FoundMark {
  readonly sequence: number;
  readonly at: string;
  readonly reason: Reason;
}

/**
 * What the rules ask about, each thing once a day: the first event of the day that meets a rule is marked and those
 * after it are not, so that one long evening is one question and not two hundred.
 * @param looks in the order of the log; complete for every day that has a look from `first` on
 * @param first sequence of the first look to judge; the ones before it only tell what came before
 */
export function unusualLooks(looks: readonly Look[], first: number, rules: UnusualRules): FoundMark[] {
  const asked = new Set<string>();
  const openedBy = new Map<string, Look[]>();
  const marks: FoundMark[] = [];
  for (const look of looks) {
    const opened = openedBy.get(look.actorId) ?? [];
    if (opensWithoutVisit(look)) openedBy.set(look.actorId, [...lastDays(opened, look), look]);
    for (const { reason, once } of questionsAbout(look, openedBy.get(look.actorId) ?? [], rules)) {
      const key = `${reason.rule} ${look.actorId} ${look.date} ${once}`;
      if (asked.has(key)) continue;
      asked.add(key);
      if (look.sequence >= first) marks.push({ sequence: look.sequence, at: look.at, reason });
    }
  }
  return marks;
}

/** What may still count with a look: the longest time of a rule is shorter than a day. */
function lastDays(opened: readonly Look[], look: Look): readonly Look[] {
  const isOld = (other: Look) => Date.parse(look.at) - Date.parse(other.at) > 2 * dayMs;
  return opened[0] && isOld(opened[0]) ? opened.filter((other) => !isOld(other)) : opened;
}

const dayMs = 86_400_000;

/** `once`: what the same question is not asked about twice a day. */
type Question = { readonly reason: Reason; readonly once: string };

/** @param opened the cards of customers without a visit that the same person has opened, this one last if it is one */
function questionsAbout(look: Look, opened: readonly Look[], rules: UnusualRules): Question[] {
  const { ownFamilyName, manyCards, manyCardsInDay, outsideHours } = rules;
  const questions: Question[] = [];
  if (ownFamilyName.isOn && look.isCard && sharesFamilyName(look.actorName, look.customerLastName)) {
    questions.push({ reason: { rule: 'own-family-name' }, once: look.customerId });
  }
  if (opensWithoutVisit(look)) {
    const { cards, minutes } = manyCards;
    const now = Date.parse(look.at);
    const isNear = (other: Look) => Math.abs(now - Date.parse(other.at)) < minutes * 60_000;
    if (manyCards.isOn && countCustomers(opened.filter(isNear)) >= cards) {
      questions.push({ reason: { rule: 'many-cards', cards, minutes }, once: '' });
    }
    const ofDay = opened.filter(({ date }) => date === look.date);
    if (manyCardsInDay.isOn && countCustomers(ofDay) >= manyCardsInDay.cards) {
      questions.push({ reason: { rule: 'many-cards-in-day', cards: manyCardsInDay.cards }, once: '' });
    }
  }
  if (outsideHours.isOn) {
    const hours = outsideHours.week[weekdayOf(look.date)] ?? null;
    const side = sideOf(look.time, hours);
    if (side) questions.push({ reason: { rule: 'outside-hours', hours }, once: side });
  }
  return questions;
}

function opensWithoutVisit({ isCard, hasVisit }: Look): boolean {
  return isCard && !hasVisit;
}

function countCustomers(looks: readonly Look[]): number {
  return new Set(looks.map(({ customerId }) => customerId)).size;
}

/**
 * Whether the last word of the staff member's name and the customer's last name have a part in common: Virta-Mallikas
 * is of the same family as Mallikas and as Virta.
 */
export function sharesFamilyName(actorName: string, customerLastName: string | null): boolean {
  if (customerLastName === null) return false;
  const own = partsOf(actorName.trim().split(/\s+/).at(-1) ?? '');
  return partsOf(customerLastName).some((part) => own.includes(part));
}

/** Von, af and other small words are no family's own name. */
function partsOf(name: string): string[] {
  return fold(name)
    .split(/[^\p{L}]+/u)
    .filter((part) => part.length > 3 || (part.length > 1 && !smallWords.has(part)));
}

const smallWords: ReadonlySet<string> = new Set([
  'von',
  'af',
  'de',
  'la',
  'van',
  'der',
  'den',
  'du',
  'el',
  'al',
]);

/** 0 is Monday. */
function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00.000Z`).getUTCDay() + 6) % 7;
}

/** Null while the office is open; the closing minute itself is still open. */
function sideOf(time: string, hours: OpenHours): 'closed' | 'before' | 'after' | null {
  if (!hours) return 'closed';
  if (time < hours.from) return 'before';
  return time > hours.to ? 'after' : null;
}
