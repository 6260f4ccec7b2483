// The page “mail-flow”, as a part of its own.
import { createLazyRoute } from '@tanstack/react-router';
import { MailFlowPage } from './mail-flow-page.tsx';

export const route = createLazyRoute('/frame/mail-flow')({ component: MailFlowPage });
