import { createHashHistory, createRouter } from '@tanstack/react-router';
import { BrokenPage, NotFoundPage } from './broken-page.tsx';
import { routeTree } from './routes.tsx';

/** Hash history: the page has one address, whatever it shows. */
export function createAppRouter() {
  return createRouter({
    routeTree,
    history: createHashHistory(),
    defaultErrorComponent: BrokenPage,
    defaultNotFoundComponent: NotFoundPage,
    defaultPreload: false,
    scrollRestoration: false,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
