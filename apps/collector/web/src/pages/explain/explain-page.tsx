// The page “explain”.
import type { ReactElement } from 'react';
import { Unfinished } from '../../app/unfinished.tsx';

export function ExplainPage(): ReactElement {
  return <Unfinished />;
}
