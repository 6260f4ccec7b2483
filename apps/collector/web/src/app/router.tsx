// The addresses of the dashboard. A page's code comes when it is first opened; what its address may hold is checked here.
import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { Crashed } from './crashed.tsx';
import { Frame } from './frame.tsx';
import { NotFound } from './not-found.tsx';
import { PageLoading } from './page-loading.tsx';
import { parseSearch, stringifySearch } from './search-text.ts';

const root = createRootRoute({ notFoundComponent: NotFound });

/** Everything that only people who signed in see. */
const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame });

const overview = createRoute({ getParentRoute: () => frame, path: '/' }).lazy(() =>
  import('../pages/overview/overview-route.ts').then(({ route }) => route),
);

const pages = frame.addChildren([overview]);

export const router = createRouter({
  routeTree: root.addChildren([pages]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingComponent: PageLoading,
  defaultErrorComponent: Crashed,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
