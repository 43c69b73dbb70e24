import { splitAtMatch } from './split-at-match.ts';

/** A text with the place that matches what was typed marked in it. */
export function MatchedText({ text, typed }: { text: string; typed: string }) {
  const [before, match, after] = splitAtMatch(text, typed);
  return (
    <span>
      {before}
      {match && <mark>{match}</mark>}
      {after}
    </span>
  );
}
