// The overview, as a part of its own.
import { createLazyRoute } from '@tanstack/react-router';
import { OverviewPage } from './overview-page.tsx';

export const route = createLazyRoute('/frame/')({ component: OverviewPage });
