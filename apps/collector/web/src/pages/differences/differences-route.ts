// The page “differences”, as a part of its own.
import { createLazyRoute } from '@tanstack/react-router';
import { DifferencesPage } from './differences-page.tsx';

export const route = createLazyRoute('/frame/differences')({ component: DifferencesPage });
