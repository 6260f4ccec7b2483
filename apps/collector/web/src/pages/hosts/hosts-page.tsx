// The page “hosts”.
import type { ReactElement } from 'react';
import { Unfinished } from '../../app/unfinished.tsx';

export function HostsPage(): ReactElement {
  return <Unfinished />;
}
