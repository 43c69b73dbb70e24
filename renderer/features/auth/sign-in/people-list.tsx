import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { fold } from '#shared/values/names.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import styles from './people-list.module.css';

export interface Choice {
  id: string;
  name: string;
  note: string;
}

interface PeopleListProps {
  choices: readonly Choice[];
  chosen: string | null;
  /** `andGo`: chosen for good, the password may be asked; otherwise the person is still looking. */
  onChoose: (id: string, andGo: boolean) => void;
  /** What opens below the chosen one. */
  children: ReactNode;
}

const pause = 1000;

/** By first or last name, and by the whole name as far as it has been typed. */
function startsWith(name: string, text: string): boolean {
  const folded = fold(name);
  return folded.startsWith(text) || folded.split(' ').some((word) => word.startsWith(text));
}

/** Names to choose from by number, arrows, the beginning of the name, or the mouse. */
export function PeopleList({ choices, chosen, onChoose, children }: PeopleListProps) {
  const t = useTexts();
  const list = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });

  const lookAt = (index: number) => {
    const choice = choices[(index + choices.length) % choices.length];
    if (!choice) return;
    onChoose(choice.id, false);
    list.current?.querySelector<HTMLElement>(`[data-id="${choice.id}"]`)?.focus();
  };

  const typeAhead = (character: string, now: number) => {
    const text = now - typed.current.at < pause ? typed.current.text + character : character;
    typed.current = { text, at: now };
    const found = choices.findIndex(({ name }) => startsWith(name, fold(text)));
    if (found >= 0) lookAt(found);
  };

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    // the first arrow only chooses the row that the focus is on
    const isChosen = choices[index]?.id === chosen;
    const numbered = /^[1-9]$/.test(event.key) ? choices[Number(event.key) - 1] : undefined;
    if (numbered) onChoose(numbered.id, true);
    else if (event.key === 'ArrowDown') lookAt(isChosen ? index + 1 : index);
    else if (event.key === 'ArrowUp') lookAt(isChosen ? index - 1 : index);
    else if (event.key === 'Enter' || event.key === ' ') onChoose(choices[index]?.id ?? '', true);
    else if (/^[\p{L}-]$/u.test(event.key)) typeAhead(event.key, event.timeStamp);
    else return;
    event.preventDefault();
  };

  return (
    <div ref={list} role="radiogroup" aria-label={t('auth:signIn.people')} className={styles.people}>
      {choices.map(({ id, name, note }, index) => (
        <div key={id} className={styles.person} data-chosen={id === chosen || undefined}>
          {/* biome-ignore lint/a11y/useSemanticElements: a native radio cannot hold the row's three texts and open a form */}
          <div
            role="radio"
            aria-checked={id === chosen}
            aria-label={`${name}, ${note}`}
            data-id={id}
            tabIndex={id === chosen || (chosen === null && index === 0) ? 0 : -1}
            className={styles.row}
            onClick={() => onChoose(id, true)}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            {index < 9 && <Kbd keys={String(index + 1)} />}
            <b>{name}</b>
            <span>{note}</span>
          </div>
          {id === chosen && children}
        </div>
      ))}
    </div>
  );
}
