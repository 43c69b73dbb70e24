import '../zod-without-eval.ts';
import '../theme/theme.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { doorClient } from '../api/door-client.ts';
import type { FirstCalls } from '../api/first-calls.ts';
import { createQueryClient } from '../api/query-client.ts';
import { startLanguages } from '../locales/i18n.ts';
import { App } from './app.tsx';
import { KeyMapProvider } from './keys/use-keys.tsx';
import { PreferencesProvider } from './preferences.tsx';
import { SessionProvider } from './session.tsx';

/** Draws the page from what was asked before its code had been read. */
export async function start(calls: FirstCalls): Promise<void> {
  const queryClient = createQueryClient();
  const doorKnown = queryClient.prefetchQuery({ ...doorClient.auth.status(), queryFn: () => calls.status });
  const { preferences, development, isSignedIn, door } = await calls.start;
  await startLanguages(preferences.language);
  if (!isSignedIn) await doorKnown;
  const place = document.getElementById('root');
  if (!place) throw new Error('the page has no root element');
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <PreferencesProvider stored={{ ...preferences, development }}>
          <KeyMapProvider>
            <SessionProvider closed={isSignedIn ? null : door}>
              <App />
            </SessionProvider>
          </KeyMapProvider>
        </PreferencesProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
