// What a collector without a report shows: the way to the first one.
import { lazy, type ReactElement, Suspense } from 'react';
import { SkeletonLines } from '../../parts/skeleton-lines.tsx';

const FirstRun = lazy(() => import('../settings/first-run.tsx').then((part) => ({ default: part.FirstRun })));

export function NoHosts({ enrolled }: { enrolled: number }): ReactElement {
  return (
    <Suspense fallback={<SkeletonLines lines={4} size={48} />}>
      <FirstRun enrolled={enrolled} />
    </Suspense>
  );
}
