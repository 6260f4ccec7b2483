// The page “plan”.
import type { ReactElement } from 'react';
import { Unfinished } from '../../app/unfinished.tsx';

export function PlanPage(): ReactElement {
  return <Unfinished />;
}
