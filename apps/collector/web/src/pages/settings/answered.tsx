// What stands while an answer is awaited, when it failed, and when it is there.
import { Skeleton, SkeletonItem } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import type { ApiProblem } from '../../api/problem.ts';
import { ProblemMessage } from '../../parts/problem-message.tsx';
import { useWords } from '../../words/words.ts';

interface Props<T> {
  query: UseQueryResult<T, ApiProblem>;
  children(answer: T): ReactNode;
}

export function Answered<T>({ query, children }: Props<T>): ReactElement {
  const { shell } = useWords();
  const { data, error, refetch } = query;
  if (data !== undefined) {
    // What was read stays in sight; what failed meanwhile the frame tells.
    return <>{children(data)}</>;
  }
  if (error !== null) return <ProblemMessage problem={error} again={() => void refetch()} />;
  return (
    <Skeleton aria-label={shell.loading}>
      {['a', 'b', 'c', 'd'].map((line) => (
        <SkeletonItem key={line} size={32} style={{ marginBlockEnd: 8 }} />
      ))}
    </Skeleton>
  );
}
