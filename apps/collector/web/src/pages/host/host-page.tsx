// The page “host”.
import type { ReactElement } from 'react';
import { Unfinished } from '../../app/unfinished.tsx';

export function HostPage(): ReactElement {
  return <Unfinished />;
}
