// SetPasswordPage as a part of its own.
import { createLazyRoute } from '@tanstack/react-router';
import { SetPasswordPage } from './set-password-page.tsx';

export const route = createLazyRoute('/set-password')({ component: SetPasswordPage });
