import type { Token, Tokens } from 'marked';
import type { ReactNode } from 'react';
import { keycaps } from '../../app/keys/key-name.ts';
import styles from './guide-text.module.css';

export interface GuideTextProps {
  tokens: readonly Token[];
  pictures: Readonly<Record<string, string>>;
}

/** Draws what the guide's Markdown says. A kind of mark that it does not know is an error of the guide. */
export function GuideText({ tokens, pictures }: GuideTextProps) {
  return tokens.map((token, index) => {
    const key = `${index}-${token.type}`;
    return <Piece key={key} token={token} pictures={pictures} />;
  });
}

type Drawn = { [K in string]?: (token: never, inner: (tokens?: readonly Token[]) => ReactNode) => ReactNode };

const drawn = {
  heading: (token: Tokens.Heading, inner) => <h3>{inner(token.tokens)}</h3>,
  paragraph: (token: Tokens.Paragraph, inner) =>
    token.tokens.some(({ type }) => type === 'image') ? inner(token.tokens) : <p>{inner(token.tokens)}</p>,
  text: (token: Tokens.Text, inner) => (token.tokens ? inner(token.tokens) : token.text),
  strong: (token: Tokens.Strong, inner) => <strong>{inner(token.tokens)}</strong>,
  em: (token: Tokens.Em, inner) => <em>{inner(token.tokens)}</em>,
  codespan: (token: Tokens.Codespan) => <Keys name={token.text} />,
  space: () => null,
  blockquote: (token: Tokens.Blockquote, inner) => (
    <aside className={styles.note}>{inner(token.tokens)}</aside>
  ),
  list: (token: Tokens.List, inner) => {
    const items = token.items.map((item) => <li key={item.raw}>{inner(item.tokens)}</li>);
    return token.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
  },
  table: (token: Tokens.Table, inner) => (
    <table>
      <thead>
        <tr>
          {token.header.map((cell) => (
            <th key={cell.text} scope="col">
              {inner(cell.tokens)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {token.rows.map((row) => (
          <tr key={row.map(({ text }) => text).join()}>
            {row.map((cell, column) => (
              <td key={token.header[column]?.text}>{inner(cell.tokens)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  ),
} satisfies Drawn;

function Piece({ token, pictures }: { token: Token; pictures: GuideTextProps['pictures'] }): ReactNode {
  if (token.type === 'image') {
    return (
      <figure className={styles.picture}>
        <img src={pictures[token.href]} alt="" loading="lazy" />
        <figcaption>{token.text}</figcaption>
      </figure>
    );
  }
  const draw = (drawn as Drawn)[token.type];
  if (!draw) throw new Error(`The guide has a mark that cannot be drawn: ${token.type}`);
  return draw(token as never, (inner = []) => <GuideText tokens={inner} pictures={pictures} />);
}

/** A key inside a sentence: read aloud as it is written. */
function Keys({ name }: { name: string }) {
  return (
    <span className={styles.keys}>
      {keycaps(name).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}
