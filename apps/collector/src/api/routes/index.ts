// All routes of the collector; one list an area.
import type { Route } from '../route.ts';

export const routes: readonly Route[] = [];
