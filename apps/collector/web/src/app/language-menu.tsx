// The menu that chooses the language; each is called by its own name.
import {
  Button,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from '@fluentui/react-components';
import { LocalLanguageRegular } from '@fluentui/react-icons/svg/local-language';
import type { ReactElement } from 'react';
import { languages, useSpoken } from '../words/words.ts';

export function LanguageMenu(): ReactElement {
  const { language, choose, words } = useSpoken();
  return (
    <Menu
      checkedValues={{ language: [language] }}
      onCheckedValueChange={(_event, { checkedItems }) => {
        const chosen = languages.find((each) => each.language === checkedItems[0]);
        if (chosen !== undefined) choose(chosen.language);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={words.shell.language} relationship="label">
          <Button appearance="subtle" icon={<LocalLanguageRegular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {languages.map((each) => (
            <MenuItemRadio key={each.language} name="language" value={each.language} lang={each.language}>
              {each.name}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
