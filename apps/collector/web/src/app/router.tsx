// The addresses of the dashboard. A page's code comes when it is first opened; what its address may hold is checked here.
import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { hostSearch } from '../pages/host/host-search.ts';
import { hostsSearch } from '../pages/hosts/hosts-search.ts';
import { settingsSearch } from '../pages/settings/settings-search.ts';
import { Crashed } from './crashed.tsx';
import { Frame } from './frame.tsx';
import { NotFound } from './not-found.tsx';
import { PageLoading } from './page-loading.tsx';
import { parseSearch, stringifySearch } from './search-text.ts';

const root = createRootRoute();

const firstAdministrator = createRoute({ getParentRoute: () => root, path: '/first-administrator' }).lazy(
  () => import('../pages/sign-in/first-administrator-route.ts').then(({ route }) => route),
);
const password = createRoute({ getParentRoute: () => root, path: '/set-password' }).lazy(() =>
  import('../pages/sign-in/set-password-route.ts').then(({ route }) => route),
);

/** Everything that only people who signed in see. */
const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame });

const overview = createRoute({ getParentRoute: () => frame, path: '/' }).lazy(() =>
  import('../pages/overview/overview-route.ts').then(({ route }) => route),
);
const hosts = createRoute({ getParentRoute: () => frame, path: '/hosts', validateSearch: hostsSearch }).lazy(
  () => import('../pages/hosts/hosts-route.ts').then(({ route }) => route),
);
const host = createRoute({
  getParentRoute: () => frame,
  path: '/hosts/$id',
  validateSearch: hostSearch,
}).lazy(() => import('../pages/host/host-route.ts').then(({ route }) => route));
const rules = createRoute({ getParentRoute: () => frame, path: '/rules' }).lazy(() =>
  import('../pages/rules/rules-route.ts').then(({ route }) => route),
);
/** Ids of rules hold one slash, which stays readable in the address. A splat would also take the list of rules. */
const rule = createRoute({ getParentRoute: () => frame, path: '/rules/$area/$name' }).lazy(() =>
  import('../pages/rule/rule-route.ts').then(({ route }) => route),
);
const matrix = createRoute({ getParentRoute: () => frame, path: '/matrix' }).lazy(() =>
  import('../pages/matrix/matrix-route.ts').then(({ route }) => route),
);
const mailFlow = createRoute({ getParentRoute: () => frame, path: '/mail-flow' }).lazy(() =>
  import('../pages/mail-flow/mail-flow-route.ts').then(({ route }) => route),
);
const explain = createRoute({ getParentRoute: () => frame, path: '/explain' }).lazy(() =>
  import('../pages/explain/explain-route.ts').then(({ route }) => route),
);
const settings = createRoute({
  getParentRoute: () => frame,
  path: '/settings',
  beforeLoad: () => {
    throw redirect({ to: '/settings/$tab', params: { tab: 'enrolment' }, replace: true });
  },
});
const settingsTab = createRoute({
  getParentRoute: () => frame,
  path: '/settings/$tab',
  validateSearch: settingsSearch,
}).lazy(() => import('../pages/settings/settings-route.ts').then(({ route }) => route));

const framed = frame.addChildren([
  ...[overview, hosts, host, rules, rule, matrix, mailFlow, explain],
  ...[settings, settingsTab],
]);

export const router = createRouter({
  routeTree: root.addChildren([firstAdministrator, password, framed]),
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
