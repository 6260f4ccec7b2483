// The page “mail-flow”.
import type { ReactElement } from 'react';
import { Unfinished } from '../../app/unfinished.tsx';

export function MailFlowPage(): ReactElement {
  return <Unfinished />;
}
