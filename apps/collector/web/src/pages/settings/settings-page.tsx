// The settings: a row of parts, and the one that the address names.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ComponentType, ReactElement } from 'react';
import { NotFound } from '../../app/not-found.tsx';
import { useMay } from '../../app/session.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { useWords } from '../../words/words.ts';
import { AboutTab } from './about-tab.tsx';
import { AlertsTab } from './alerts-tab.tsx';
import { ApiTokensTab } from './api-tokens-tab.tsx';
import { AuditTab } from './audit-tab.tsx';
import { DataTab } from './data-tab.tsx';
import { EnrolmentTab } from './enrolment-tab.tsx';
import { PeopleTab } from './people-tab.tsx';
import { type SettingsTab, settingsTabs } from './settings-tabs.ts';
import { WaitingTab } from './waiting-tab.tsx';

const contents: Readonly<Record<SettingsTab, ComponentType>> = {
  enrolment: EnrolmentTab,
  waiting: WaitingTab,
  alerts: AlertsTab,
  people: PeopleTab,
  'api-tokens': ApiTokensTab,
  data: DataTab,
  audit: AuditTab,
  about: AboutTab,
};

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    borderBlockEndWidth: '1px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke2,
    '@media print': { display: 'none' },
  },
  tab: {
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    borderBlockEndWidth: '3px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: 'transparent',
    ':hover': { color: tokens.colorNeutralForeground1, borderBlockEndColor: tokens.colorNeutralStroke1 },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBlockEndColor: tokens.colorCompoundBrandStroke,
  },
});

export function SettingsPage(): ReactElement {
  const styles = useStyles();
  const { settings, shell } = useWords();
  const { tab } = getRouteApi('/frame/settings/$tab').useParams();
  const isAdministrator = useMay('administrator');
  const current = settingsTabs.find(({ id }) => id === tab);
  if (current === undefined) return <NotFound />;
  const Content = contents[current.id];
  const isAllowed = current.needs === 'viewer' || isAdministrator;
  return (
    <Page title={`${shell.pages.settings}: ${settings.tabs[current.id]}`}>
      <nav className={styles.row} aria-label={settings.sections}>
        {settingsTabs
          .filter(({ needs }) => needs === 'viewer' || isAdministrator)
          .map(({ id }) => (
            <Link
              key={id}
              to="/settings/$tab"
              params={{ tab: id }}
              className={mergeClasses(styles.tab, id === current.id && styles.current)}
              {...(id === current.id && { 'aria-current': 'page' })}
            >
              {settings.tabs[id]}
            </Link>
          ))}
      </nav>
      {isAllowed ? (
        <Content />
      ) : (
        <EmptyState title={settings.needsRole(settings.roles[current.needs])}>
          {settings.needsRoleBody}
        </EmptyState>
      )}
    </Page>
  );
}
