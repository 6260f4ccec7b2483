// The search parameters of the settings' address, and the way to change some of them.
import { getRouteApi } from '@tanstack/react-router';
import type * as v from 'valibot';
import type { settingsSearch } from './settings-search.ts';

export type SettingsSearch = v.InferOutput<typeof settingsSearch>;
const route = getRouteApi('/frame/settings/$tab');

/** Changes are new steps of the browser’s history; a changed filter begins at the first page. */
export function useSettingsSearch(): [SettingsSearch, (change: SettingsSearch) => void] {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return [
    search,
    (change) => void navigate({ search: (before) => ({ ...before, cursor: undefined, ...change }) }),
  ];
}
