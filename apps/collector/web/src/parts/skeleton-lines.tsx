// Stands for text or rows that are still awaited.
import { Skeleton, SkeletonItem } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useWords } from '../words/words.ts';

interface Props {
  lines: number;
  /** Height of a line; of a text when left out. */
  size?: 16 | 24 | 32 | 48 | 96;
}

export function SkeletonLines({ lines, size = 16 }: Props): ReactElement {
  const { loading } = useWords().shell;
  return (
    <Skeleton aria-label={loading}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing but the place tells them apart.
        <SkeletonItem key={line} size={size} style={{ marginBlockEnd: '8px' }} />
      ))}
    </Skeleton>
  );
}
