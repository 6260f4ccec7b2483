// The page “hosts”, as a part of its own.
import { createLazyRoute } from '@tanstack/react-router';
import { HostsPage } from './hosts-page.tsx';

export const route = createLazyRoute('/frame/hosts')({ component: HostsPage });
