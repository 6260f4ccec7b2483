// What stands in a page's place until its code has come.
import { Spinner } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useWords } from '../words/words.ts';

export function PageLoading(): ReactElement {
  return <Spinner label={useWords().shell.loading} />;
}
