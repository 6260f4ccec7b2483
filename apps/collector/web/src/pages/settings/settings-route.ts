// The page “settings”, as a part of its own.
import { createLazyRoute } from '@tanstack/react-router';
import { SettingsPage } from './settings-page.tsx';

export const route = createLazyRoute('/frame/settings/$tab')({ component: SettingsPage });
