import './zod-without-eval.ts';
import './theme/theme.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { desktop } from './api/desktop.ts';
import { createQueryClient } from './api/query-client.ts';
import { App } from './app/app.tsx';
import { KeyMapProvider } from './app/keys/use-keys.tsx';
import { PreferencesProvider } from './app/preferences.tsx';
import { SessionProvider } from './app/session.tsx';
import { startLanguages } from './locales/i18n.ts';

async function start(): Promise<void> {
  const stored = await desktop.preferences();
  startLanguages(stored.language);
  const place = document.getElementById('root');
  if (!place) throw new Error('the page has no root element');
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={createQueryClient()}>
        <PreferencesProvider stored={stored}>
          <KeyMapProvider>
            <SessionProvider>
              <App />
            </SessionProvider>
          </KeyMapProvider>
        </PreferencesProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}

void start();
