// What a page shows that failed by a fault of its own; the frame around it goes on working.
import { Body1, Button } from '@fluentui/react-components';
import type { ErrorComponentProps } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Page } from '../parts/page.tsx';
import { useWords } from '../words/words.ts';

export function Crashed({ error }: ErrorComponentProps): ReactElement {
  const { crashed } = useWords().shell;
  return (
    <Page title={crashed.title}>
      <Body1>{crashed.body}</Body1>
      <pre dir="ltr">{error instanceof Error ? error.message : String(error)}</pre>
      <div>
        <Button appearance="primary" onClick={() => window.location.reload()}>
          {crashed.reload}
        </Button>
      </div>
    </Page>
  );
}
