// The page “rules”.
import type { ReactElement } from 'react';
import { Unfinished } from '../../app/unfinished.tsx';

export function RulesPage(): ReactElement {
  return <Unfinished />;
}
