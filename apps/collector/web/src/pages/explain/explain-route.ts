// The page that explains, as a part of its own.
import { createLazyRoute } from '@tanstack/react-router';
import { ExplainPage } from './explain-page.tsx';

export const route = createLazyRoute('/frame/explain')({ component: ExplainPage });
