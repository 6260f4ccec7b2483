// Who is signed in, and the way out.
import {
  Button,
  Menu,
  MenuDivider,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from '@fluentui/react-components';
import { PersonRegular } from '@fluentui/react-icons/svg/person';
import { SignOutRegular } from '@fluentui/react-icons/svg/sign-out';
import type { ReactElement } from 'react';
import { useWords } from '../words/words.ts';
import { useSession, useSignOut } from './session.ts';

export function UserMenu(): ReactElement {
  const { name, role } = useSession();
  const { session } = useWords();
  const signOut = useSignOut();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={session.signedInAs(name)} relationship="label">
          <Button appearance="subtle" icon={<PersonRegular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroupHeader>
            <bdi>{name}</bdi> · {session.roles[role]}
          </MenuGroupHeader>
          <MenuDivider />
          <MenuItem icon={<SignOutRegular />} onClick={() => void signOut()}>
            {session.signOut}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
