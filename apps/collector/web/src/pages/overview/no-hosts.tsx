// What an empty collector shows: the way to the first report.
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { EmptyState } from '../../parts/empty-state.tsx';
import { useWords } from '../../words/words.ts';

export function NoHosts(): ReactElement {
  const { empty } = useWords().overview;
  return (
    <EmptyState
      title={empty.title}
      actions={
        <Link to="/settings/$tab" params={{ tab: 'enrolment' }}>
          {empty.action}
        </Link>
      }
    >
      {empty.body}
    </EmptyState>
  );
}
