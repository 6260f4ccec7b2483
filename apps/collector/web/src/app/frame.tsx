// The frame around every page: skip link, header with menus, navigation, content.
import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { NavigationRegular } from '@fluentui/react-icons/svg/navigation';
import { Outlet, useLocation } from '@tanstack/react-router';
import { type ReactElement, Suspense, useEffect, useState } from 'react';
import { useWords } from '../words/words.ts';
import { LanguageMenu } from './language-menu.tsx';
import { Logo } from './logo.tsx';
import { Navigation } from './navigation.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { PageLoading } from './page-loading.tsx';
import { SignedIn } from './signed-in.tsx';
import { SkipLink } from './skip-link.tsx';
import { useMedia } from './theme.ts';
import { ThemeMenu } from './theme-menu.tsx';
import { UserMenu } from './user-menu.tsx';

/** Under this width the navigation only shows when it is called. */
const narrow = '(max-width: 800px)';

const useStyles = makeStyles({
  header: {
    position: 'sticky',
    top: 0,
    zIndex: 10,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '48px',
    paddingInline: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBlockEndWidth: '1px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke2,
    '@media print': { display: 'none' },
  },
  product: { flexGrow: 1, whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' },
  below: { display: 'flex', alignItems: 'flex-start' },
  side: {
    position: 'sticky',
    top: '49px',
    flexShrink: 0,
    width: '200px',
    height: 'calc(100dvh - 49px)',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderInlineEndWidth: '1px',
    borderInlineEndStyle: 'solid',
    borderInlineEndColor: tokens.colorNeutralStroke2,
    '@media print': { display: 'none' },
  },
  over: {
    position: 'fixed',
    insetInlineStart: 0,
    zIndex: 9,
    boxShadow: tokens.shadow16,
  },
  main: {
    flexGrow: 1,
    minWidth: 0,
    maxWidth: '1800px',
    marginInline: 'auto',
    padding: tokens.spacingHorizontalXXL,
    outlineStyle: 'none',
    '@media (max-width: 800px)': { padding: tokens.spacingHorizontalL },
    '@media print': { padding: 0 },
  },
});

export function Frame(): ReactElement {
  return (
    <SignedIn>
      <Inside />
    </SignedIn>
  );
}

function Inside(): ReactElement {
  const styles = useStyles();
  const { shell } = useWords();
  const isNarrow = useMedia(narrow);
  const [called, setCalled] = useState(false);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page was opened, so the navigation has done its work.
  useEffect(() => setCalled(false), [pathname]);
  return (
    <>
      <SkipLink />
      <header className={styles.header}>
        {isNarrow && (
          <Button
            appearance="subtle"
            icon={<NavigationRegular />}
            aria-expanded={called}
            aria-label={called ? shell.closeNavigation : shell.openNavigation}
            onClick={() => setCalled(!called)}
          />
        )}
        <Logo size={24} />
        <Text weight="semibold" size={400} className={styles.product}>
          {shell.product}
        </Text>
        <LanguageMenu />
        <ThemeMenu />
        <UserMenu />
      </header>
      <div className={styles.below}>
        {(!isNarrow || called) && (
          <div className={mergeClasses(styles.side, isNarrow && styles.over)}>
            <Navigation />
          </div>
        )}
        <main id="content" tabIndex={-1} className={styles.main}>
          <OfflineBanner />
          <Suspense fallback={<PageLoading />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
    </>
  );
}
