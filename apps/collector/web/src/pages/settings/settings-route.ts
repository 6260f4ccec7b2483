// The settings, as a part of their own.
import { createLazyRoute } from '@tanstack/react-router';
import { SettingsPage } from './settings-page.tsx';

export const route = createLazyRoute('/frame/settings/$tab')({ component: SettingsPage });
