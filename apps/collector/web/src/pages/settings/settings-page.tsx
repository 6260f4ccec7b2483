// The page “settings”.
import type { ReactElement } from 'react';
import { Unfinished } from '../../app/unfinished.tsx';

export function SettingsPage(): ReactElement {
  return <Unfinished />;
}
