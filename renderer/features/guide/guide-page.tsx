import { type RefObject, useRef } from 'react';
import { pictures, tokens } from '../../../docs/guide.md';
import { useTexts } from '../../locales/use-texts.ts';
import { classNames } from '../../ui/class-names.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import sideList from '../../ui/side-list.module.css';
import { type Chapter, toGuide } from './chapters.ts';
import styles from './guide-page.module.css';
import { GuideText } from './guide-text.tsx';

const guide = toGuide(tokens);

/** The user's guide, which is part of the program and needs no network. It is written in Finnish. */
export function GuidePage() {
  const t = useTexts();
  const text = useRef<HTMLElement>(null);
  return (
    <div className={sideList.page}>
      <nav className={sideList.list} aria-labelledby="guide-title">
        <h1 id="guide-title" lang="fi">
          {guide.title}
        </h1>
        <p>{t('guide:language')}</p>
        <ol lang="fi">
          {guide.chapters.map((chapter) => (
            <li key={chapter.id} className={sideList.entry}>
              <LinkButton onPress={() => goTo(text, chapter)}>{chapter.title}</LinkButton>
            </li>
          ))}
        </ol>
      </nav>
      {/* a long text is scrolled by keyboard, so it must be able to have the focus */}
      <article
        ref={text}
        className={classNames(sideList.beside, styles.text)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        tabIndex={0}
        aria-labelledby="guide-title"
        lang="fi"
      >
        <GuideText tokens={guide.opening} pictures={pictures} />
        {guide.chapters.map(({ id, title, tokens: inside }) => (
          <section key={id} aria-labelledby={id}>
            <h2 id={id} tabIndex={-1}>
              {title}
            </h2>
            <GuideText tokens={inside} pictures={pictures} />
          </section>
        ))}
      </article>
    </div>
  );
}

/** The heading takes the focus, so that reading goes on from there for the eye, the ear and the arrow keys. */
function goTo(text: RefObject<HTMLElement | null>, { id }: Chapter): void {
  const heading = text.current?.querySelector<HTMLElement>(`#${id}`);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}
