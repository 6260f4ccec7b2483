// Stands where a page will be.
import type { ReactElement } from 'react';
import { Page } from '../parts/page.tsx';
import { useWords } from '../words/words.ts';

export function Unfinished(): ReactElement {
  return <Page title={useWords().shell.unfinished}>{null}</Page>;
}
