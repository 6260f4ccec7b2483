// The list of pages.
import { makeStyles, tokens } from '@fluentui/react-components';
import { GridRegular } from '@fluentui/react-icons/svg/grid';
import { HomeRegular } from '@fluentui/react-icons/svg/home';
import { MailRegular } from '@fluentui/react-icons/svg/mail';
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
import { ServerRegular } from '@fluentui/react-icons/svg/server';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';
import { TaskListSquareLtrRegular } from '@fluentui/react-icons/svg/task-list-square-ltr';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useWords } from '../words/words.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: tokens.spacingHorizontalS },
  link: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    ':hover': {
      backgroundColor: tokens.colorSubtleBackgroundHover,
      color: tokens.colorNeutralForeground1Hover,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '&[aria-current="page"]': {
      backgroundColor: tokens.colorNeutralBackground1Selected,
      color: tokens.colorNeutralForeground1Selected,
      fontWeight: tokens.fontWeightSemibold,
      boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    },
    '[dir="rtl"] &[aria-current="page"]': { boxShadow: `inset -3px 0 0 ${tokens.colorCompoundBrandStroke}` },
  },
  icon: { display: 'flex', fontSize: '20px' },
});

const pages = [
  { to: '/', name: 'overview', Icon: HomeRegular },
  { to: '/hosts', name: 'hosts', Icon: ServerRegular },
  { to: '/rules', name: 'rules', Icon: TaskListSquareLtrRegular },
  { to: '/matrix', name: 'matrix', Icon: GridRegular },
  { to: '/mail-flow', name: 'mailFlow', Icon: MailRegular },
  { to: '/explain', name: 'explain', Icon: QuestionCircleRegular },
  { to: '/settings', name: 'settings', Icon: SettingsRegular },
] as const;

export function Navigation(): ReactElement {
  const styles = useStyles();
  const { shell } = useWords();
  return (
    <nav aria-label={shell.navigation}>
      <ul className={styles.list}>
        {pages.map(({ to, name, Icon }) => (
          <li key={to}>
            <Link to={to} className={styles.link} activeOptions={{ exact: to === '/', includeSearch: false }}>
              <span className={styles.icon} aria-hidden="true">
                <Icon />
              </span>
              {shell.pages[name]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
