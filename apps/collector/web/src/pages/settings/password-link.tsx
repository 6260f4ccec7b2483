// A link by which somebody sets a password, shown once.
import type { ReactElement } from 'react';
import { Time } from '../../parts/time.tsx';
import { useWords } from '../../words/words.ts';
import { SecretDialog } from './secret-dialog.tsx';

export interface ShownLink {
  name: string;
  url: string;
  expiresAt: string;
}

export function PasswordLink({ link, onClose }: { link: ShownLink; onClose(): void }): ReactElement {
  const { people } = useWords().settings;
  return (
    <SecretDialog title={people.linkTitle(link.name)} secret={link.url} onClose={onClose}>
      <p>
        {people.linkBody} <Time at={link.expiresAt} relative />.
      </p>
    </SecretDialog>
  );
}
