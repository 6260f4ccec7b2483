// Chooses which columns a table shows.
import {
  Menu,
  MenuButton,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useWords } from '../words/words.ts';

interface Props {
  columns: readonly { id: string; header: string; always?: boolean }[];
  shown: readonly string[];
  onChange(shown: string[]): void;
}

export function ColumnChoice({ columns, shown, onChange }: Props): ReactElement {
  const { table } = useWords().parts;
  const free = columns.filter(({ always }) => always !== true);
  return (
    <Menu
      persistOnItemClick
      checkedValues={{ columns: [...shown] }}
      onCheckedValueChange={(_event, { checkedItems }) => {
        // In the order of the table, whatever the order of the clicks.
        onChange(columns.map(({ id }) => id).filter((id) => checkedItems.includes(id)));
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="subtle">{table.columns}</MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {free.map(({ id, header }) => (
            <MenuItemCheckbox key={id} name="columns" value={id}>
              {header}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
