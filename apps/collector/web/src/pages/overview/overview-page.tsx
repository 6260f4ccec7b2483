// The first page: whether mail is in danger, and what to do next.
import type { ReactElement } from 'react';
import { Page } from '../../parts/page.tsx';
import { useWords } from '../../words/words.ts';

export function OverviewPage(): ReactElement {
  const words = useWords();
  return <Page title={words.shell.pages.overview}>{null}</Page>;
}
