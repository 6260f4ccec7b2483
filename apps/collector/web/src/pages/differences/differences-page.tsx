// The page “differences”.
import type { ReactElement } from 'react';
import { Unfinished } from '../../app/unfinished.tsx';

export function DifferencesPage(): ReactElement {
  return <Unfinished />;
}
