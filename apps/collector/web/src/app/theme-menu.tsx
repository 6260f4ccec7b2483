// The menu that chooses the colours.
import {
  Button,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from '@fluentui/react-components';
import { DarkThemeRegular } from '@fluentui/react-icons/svg/dark-theme';
import type { ReactElement } from 'react';
import { useWords } from '../words/words.ts';
import { colourChoices, useColoured } from './theme.ts';

export function ThemeMenu(): ReactElement {
  const { choice, choose } = useColoured();
  const { theme } = useWords().shell;
  return (
    <Menu
      checkedValues={{ colours: [choice] }}
      onCheckedValueChange={(_event, { checkedItems }) => {
        const chosen = colourChoices.find((each) => each === checkedItems[0]);
        if (chosen !== undefined) choose(chosen);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={theme.label} relationship="label">
          <Button appearance="subtle" icon={<DarkThemeRegular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {colourChoices.map((each) => (
            <MenuItemRadio key={each} name="colours" value={each}>
              {theme[each]}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
