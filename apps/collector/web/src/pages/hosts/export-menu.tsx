// Saves exactly the hosts that are shown, in their order, or those that were selected.
import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItemLink,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import type { ReactElement } from 'react';
import { type QueryValues, searchOf } from '../../api/address.ts';
import { useWords } from '../../words/words.ts';

interface Props {
  /** Filter and order of the list. */
  query: QueryValues;
  /** Ids; empty when none was selected. */
  chosen: readonly string[];
}

const formats = ['csv', 'xlsx', 'jsonl'] as const;

export function ExportMenu({ query, chosen }: Props): ReactElement {
  const { hosts } = useWords();
  const shown = chosen.length === 0 ? query : { ...query, host: chosen };
  const address = (what: string, format: string): string =>
    `/api/v1/exports/${what}?${searchOf({ ...shown, format })}`;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton icon={<ArrowDownloadRegular />}>{hosts.export}</MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>
              {chosen.length === 0 ? hosts.exportAll : hosts.exportChosen(chosen.length)}
            </MenuGroupHeader>
            {formats.map((format) => (
              <MenuItemLink key={format} href={address('hosts', format)} download>
                {hosts.formats[format]}
              </MenuItemLink>
            ))}
            <MenuDivider />
            <MenuItemLink href={address('plan', 'xlsx')} download>
              {hosts.plan}
            </MenuItemLink>
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
