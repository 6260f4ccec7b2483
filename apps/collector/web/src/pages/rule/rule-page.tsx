// The page “rule”.
import type { ReactElement } from 'react';
import { Unfinished } from '../../app/unfinished.tsx';

export function RulePage(): ReactElement {
  return <Unfinished />;
}
