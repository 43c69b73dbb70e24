import { ComponentPage } from '../ui/component-page.tsx';
import { NotFoundPage } from './broken-page.tsx';
import { usePreferences } from './preferences.tsx';

/** The component page, when the program was started with `--development`. */
export function ComponentGallery() {
  return usePreferences().development ? <ComponentPage /> : <NotFoundPage />;
}
