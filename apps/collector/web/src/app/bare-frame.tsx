// The frame of pages for people who are not signed in: one card in the middle, and the menus for language and colours.
import { Card, makeStyles, Text, Title3, tokens } from '@fluentui/react-components';
import { type ReactElement, type ReactNode, useEffect } from 'react';
import { useWords } from '../words/words.ts';
import { LanguageMenu } from './language-menu.tsx';
import { Logo } from './logo.tsx';
import { ThemeMenu } from './theme-menu.tsx';

const useStyles = makeStyles({
  page: { minHeight: '100dvh', display: 'flex', flexDirection: 'column' },
  menus: { display: 'flex', justifyContent: 'flex-end', padding: tokens.spacingHorizontalS },
  main: {
    flexGrow: 1,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    padding: tokens.spacingHorizontalL,
    paddingBlockStart: '8vh',
    rowGap: tokens.spacingVerticalXL,
  },
  brand: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  card: {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '420px',
    padding: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalL,
  },
  title: { margin: 0 },
  lead: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  title: string;
  lead?: string;
  children: ReactNode;
}

export function BareFrame({ title, lead, children }: Props): ReactElement {
  const styles = useStyles();
  const { product } = useWords().shell;
  useEffect(() => {
    document.title = `${title} – ${product}`;
  }, [title, product]);
  return (
    <div className={styles.page}>
      <header className={styles.menus}>
        <LanguageMenu />
        <ThemeMenu />
      </header>
      <main className={styles.main}>
        <div className={styles.brand}>
          <Logo size={36} />
          <Text size={500} weight="semibold">
            {product}
          </Text>
        </div>
        <Card className={styles.card}>
          <Title3 as="h1" className={styles.title}>
            {title}
          </Title3>
          {lead !== undefined && <Text className={styles.lead}>{lead}</Text>}
          {children}
        </Card>
      </main>
    </div>
  );
}
