// FirstAdministratorPage as a part of its own.
import { createLazyRoute } from '@tanstack/react-router';
import { FirstAdministratorPage } from './first-administrator-page.tsx';

export const route = createLazyRoute('/first-administrator')({ component: FirstAdministratorPage });
