import type { Piece } from './highlight.ts';

/** A text with what the search found in it marked. */
export function Found({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, isFound }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are one text, cut anew each time
    isFound ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
  );
}
