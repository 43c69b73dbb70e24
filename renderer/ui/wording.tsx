import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './wording.module.css';

export interface WordingProps {
  /** the exact text, without quotes of its own */
  text: string;
  /** language of the text, not of the app */
  lang: string;
  /** version, date and language under it */
  note?: ReactNode;
  /** `large` is what the customer reads from the screen */
  size?: 'small' | 'normal' | 'large' | undefined;
}

/** Words that the customer sees or hears, set apart from the program's own by a rule and quotes. */
export function Wording({ text, lang, note, size = 'normal' }: WordingProps) {
  const [open, close] = lang.startsWith('en') ? ['“', '”'] : ['”', '”'];
  return (
    <blockquote className={classNames(styles.wording, styles[size])}>
      <p lang={lang}>{`${open}${text}${close}`}</p>
      {note && <footer>{note}</footer>}
    </blockquote>
  );
}
