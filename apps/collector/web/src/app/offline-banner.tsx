// Tells that the collector does not answer, while the last that was read stays on the page.
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useWords } from '../words/words.ts';
import { useIsAway } from './connection.ts';

export function OfflineBanner(): ReactElement | null {
  const isAway = useIsAway();
  const client = useQueryClient();
  const { offline } = useWords().shell;
  if (!isAway) return null;
  return (
    <MessageBar intent="warning" layout="multiline" politeness="polite">
      <MessageBarBody>
        <MessageBarTitle>{offline.title}</MessageBarTitle>
        {offline.body}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => void client.refetchQueries({ type: 'active' })}>
          {offline.again}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
