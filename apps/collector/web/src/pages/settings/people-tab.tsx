// People: their roles, and what an administrator can do about an account.
import {
  Badge,
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { type ReactElement, useState } from 'react';
import { useAnswer } from '../../api/queries.ts';
import type { AnswerOf } from '../../api/types.ts';
import { useSession } from '../../app/session.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Time } from '../../parts/time.tsx';
import { useWords, type Words } from '../../words/words.ts';
import { Answered } from './answered.tsx';
import { NewUser } from './new-user.tsx';
import { PasswordLink, type ShownLink } from './password-link.tsx';
import { TabHead } from './tab-head.tsx';
import { type UserAction, UserActionDialog } from './user-action-dialog.tsx';

export type User = AnswerOf<'GET /api/v1/users'>['items'][number];

export function PeopleTab(): ReactElement {
  const words = useWords();
  const { settings } = words;
  const { name: ownName } = useSession();
  const query = useAnswer('GET /api/v1/users', {});
  const [asked, setAsked] = useState<{ user: User; action: UserAction } | null>(null);
  const [creating, setCreating] = useState(false);
  const [link, setLink] = useState<ShownLink | null>(null);
  const columns: Column<User>[] = [
    ...userColumns(words, ownName),
    {
      id: 'actions',
      header: settings.actions,
      cell: (user) => <Actions user={user} onChoose={(action) => setAsked({ user, action })} />,
    },
  ];
  return (
    <>
      <TabHead
        lead={settings.people.lead}
        create={{ text: settings.people.create, onClick: () => setCreating(true) }}
      />
      <Answered query={query}>
        {({ items }) => (
          <DataTable
            label={settings.tabs.people}
            columns={columns}
            rows={items}
            rowId={({ id }) => String(id)}
          />
        )}
      </Answered>
      {creating && (
        <NewUser
          onCancel={() => setCreating(false)}
          onMade={(made) => {
            setCreating(false);
            setLink(made);
          }}
        />
      )}
      {asked !== null && (
        <UserActionDialog
          {...asked}
          onClose={() => setAsked(null)}
          onLink={(made) => {
            setAsked(null);
            setLink(made);
          }}
        />
      )}
      {link !== null && <PasswordLink link={link} onClose={() => setLink(null)} />}
    </>
  );
}

interface ActionsProps {
  user: User;
  onChoose(action: UserAction): void;
}

function Actions({ user, onChoose }: ActionsProps): ReactElement {
  const { settings } = useWords();
  const { people } = settings;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          size="small"
          appearance="subtle"
          icon={<MoreHorizontalRegular />}
          aria-label={`${settings.actions}: ${user.name}`}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => onChoose('role')}>{people.changeRole}</MenuItem>
          {user.signInBy !== 'provider' && (
            <MenuItem onClick={() => onChoose('link')}>{people.link}</MenuItem>
          )}
          <MenuItem onClick={() => onChoose(user.disabled ? 'unbar' : 'bar')}>
            {user.disabled ? people.unbar : people.bar}
          </MenuItem>
          <MenuItem onClick={() => onChoose('remove')}>{settings.remove}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function userColumns({ settings }: Words, ownName: string): Column<User>[] {
  const { people } = settings;
  return [
    {
      id: 'name',
      header: settings.name,
      always: true,
      cell: ({ name }) => (
        <>
          <bdi>{name}</bdi> {name === ownName && <Badge appearance="outline">{people.you}</Badge>}
        </>
      ),
    },
    { id: 'role', header: settings.role, cell: ({ role }) => settings.roles[role] },
    { id: 'state', header: settings.state, cell: (user) => <UserState user={user} /> },
    { id: 'by', header: people.signsInBy, cell: ({ signInBy }) => people.methods[signInBy] },
    { id: 'last', header: people.lastSignIn, cell: ({ lastLoginAt }) => <Time at={lastLoginAt} relative /> },
    { id: 'created', header: settings.created, cell: ({ createdAt }) => <Time at={createdAt} /> },
  ];
}

function UserState({ user }: { user: User }): ReactElement {
  const { people } = useWords().settings;
  if (user.disabled) {
    return (
      <Badge appearance="tint" color="danger">
        {people.barred}
      </Badge>
    );
  }
  if (user.lockedUntil === null) {
    return (
      <Badge appearance="tint" color="success">
        {people.open}
      </Badge>
    );
  }
  return (
    <>
      {people.lockedUntil} <Time at={user.lockedUntil} />
    </>
  );
}
