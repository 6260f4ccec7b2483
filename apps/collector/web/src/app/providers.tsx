// What every page stands in: styles with the page's nonce, theme, language and the store of what was read.
import {
  createDOMRenderer,
  FluentProvider,
  makeStyles,
  RendererProvider,
  tokens,
} from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { type Language, SpokenContext, type Words } from '../words/words.ts';
import { useChosenLanguage } from './language.ts';
import { queryClient } from './query-client.ts';
import { ColouredContext, useChosenColours } from './theme.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });

const useStyles = makeStyles({
  root: {
    minHeight: '100dvh',
    backgroundColor: tokens.colorNeutralBackground2,
    '@media print': { backgroundColor: 'transparent' },
  },
});

interface Props {
  first: { language: Language; words: Words };
  children: ReactNode;
}

export function Providers({ first, children }: Props): ReactElement {
  return (
    <RendererProvider renderer={renderer}>
      <Inside first={first}>{children}</Inside>
    </RendererProvider>
  );
}

function Inside({ first, children }: Props): ReactElement {
  const coloured = useChosenColours();
  const spoken = useChosenLanguage(first);
  const styles = useStyles();
  return (
    <ColouredContext value={coloured}>
      <SpokenContext value={spoken}>
        <FluentProvider theme={coloured.theme} dir={spoken.direction}>
          {/* Not on the provider: its class is given to what opens over the page too. */}
          <div className={styles.root}>
            <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
          </div>
        </FluentProvider>
      </SpokenContext>
    </ColouredContext>
  );
}
