// Asks before an account is changed: its role, whether it may sign in, its password link, its end.
import { type ReactElement, useState } from 'react';
import { useChange } from '../../api/queries.ts';
import type { Role } from '../../api/types.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { useWords } from '../../words/words.ts';
import type { ShownLink } from './password-link.tsx';
import type { User } from './people-tab.tsx';
import { RoleField } from './role-field.tsx';

export type UserAction = 'role' | 'link' | 'bar' | 'unbar' | 'remove';

interface Props {
  user: User;
  action: UserAction;
  onClose(): void;
  onLink(link: ShownLink): void;
}

const stale = ['GET /api/v1/users'] as const;

export function UserActionDialog({ user, action, onClose, onLink }: Props): ReactElement {
  const { settings } = useWords();
  const { people } = settings;
  const [role, setRole] = useState<Role>(user.role);
  const change = useChange('PATCH /api/v1/users/:id', stale);
  const remove = useChange('DELETE /api/v1/users/:id', stale);
  const link = useChange('POST /api/v1/users/:id/password-link', stale);
  const params = { id: user.id };
  const { name } = user;
  const done = { onSuccess: onClose };
  const dialogs = {
    role: {
      title: people.roleTitle(name),
      action: people.changeRole,
      run: () => change.mutate({ params, body: { role } }, done),
    },
    bar: {
      title: people.barTitle(name),
      action: people.bar,
      run: () => change.mutate({ params, body: { disabled: true } }, done),
    },
    unbar: {
      title: people.unbar,
      action: people.unbar,
      run: () => change.mutate({ params, body: { disabled: false } }, done),
    },
    remove: {
      title: people.removeTitle(name),
      action: settings.remove,
      run: () => remove.mutate({ params }, done),
    },
    link: {
      title: people.linkAskTitle(name),
      action: people.linkAction,
      run: () => link.mutate({ params }, { onSuccess: (made) => onLink({ ...made, name }) }),
    },
  } satisfies Record<UserAction, { title: string; action: string; run(): void }>;
  const { run, ...texts } = dialogs[action];
  return (
    <ConfirmDialog
      open
      {...texts}
      busy={change.isPending || remove.isPending || link.isPending}
      problem={change.error ?? remove.error ?? link.error}
      onCancel={onClose}
      onConfirm={run}
    >
      {action === 'role' && (
        <>
          <RoleField role={role} onChange={setRole} />
          <p>{people.roleBody}</p>
        </>
      )}
      {action === 'bar' && people.barBody}
      {action === 'unbar' && <bdi>{name}</bdi>}
      {action === 'remove' && people.removeBody}
      {action === 'link' && people.linkAsk}
    </ConfirmDialog>
  );
}
