// The page “rules”, as a part of its own.
import { createLazyRoute } from '@tanstack/react-router';
import { RulesPage } from './rules-page.tsx';

export const route = createLazyRoute('/frame/rules')({ component: RulesPage });
