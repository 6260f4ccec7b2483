// The page “plan”, as a part of its own.
import { createLazyRoute } from '@tanstack/react-router';
import { PlanPage } from './plan-page.tsx';

export const route = createLazyRoute('/frame/plan')({ component: PlanPage });
