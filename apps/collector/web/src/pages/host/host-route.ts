// The page “host”, as a part of its own.
import { createLazyRoute } from '@tanstack/react-router';
import { HostPage } from './host-page.tsx';

export const route = createLazyRoute('/frame/hosts/$id')({ component: HostPage });
