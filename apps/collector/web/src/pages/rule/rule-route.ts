// The page of one rule, as a part of its own.
import { createLazyRoute } from '@tanstack/react-router';
import { RulePage } from './rule-page.tsx';

export const route = createLazyRoute('/frame/rules/$area/$name')({ component: RulePage });
