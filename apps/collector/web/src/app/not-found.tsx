// What an address shows that leads nowhere.
import { Body1 } from '@fluentui/react-components';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Page } from '../parts/page.tsx';
import { useWords } from '../words/words.ts';

export function NotFound(): ReactElement {
  const { notFound } = useWords().shell;
  return (
    <Page title={notFound.title}>
      <Body1>{notFound.body}</Body1>
      <Link to="/">{notFound.home}</Link>
    </Page>
  );
}
