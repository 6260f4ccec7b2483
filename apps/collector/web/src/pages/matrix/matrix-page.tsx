// The page “matrix”.
import type { ReactElement } from 'react';
import { Unfinished } from '../../app/unfinished.tsx';

export function MatrixPage(): ReactElement {
  return <Unfinished />;
}
