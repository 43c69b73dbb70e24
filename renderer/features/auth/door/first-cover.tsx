import { renderToStaticMarkup } from 'react-dom/server';
import type { Language } from '#shared/values/language.ts';
import { showLanguage, startLanguages } from '../../../locales/i18n.ts';
import { DoorCover } from './door-cover.tsx';
import styles from './door-frame.module.css';

/** Draws the door's cover as the markup that comes with the page; the build calls it, the page never does. */
export async function firstCover(language: Language): Promise<string> {
  await startLanguages(language);
  await showLanguage(language);
  return renderToStaticMarkup(
    <div className={styles.frame}>
      <DoorCover clinic="unknown" />
      <div className={styles.right} />
    </div>,
  );
}
