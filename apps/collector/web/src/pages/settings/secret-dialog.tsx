// Shows what cannot be read again, and what to do with it; closed only on purpose.
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { LiteralBlock } from '../../parts/literal.tsx';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  wide: { maxWidth: '760px' },
});

interface Props {
  title: string;
  secret: string;
  onClose(): void;
  children?: ReactNode;
}

export function SecretDialog({ title, secret, onClose, children }: Props): ReactElement {
  const styles = useStyles();
  const { parts, settings } = useWords();
  return (
    <Dialog open modalType="alert">
      <DialogSurface className={styles.wide}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{parts.secretOnce}</MessageBarBody>
            </MessageBar>
            <LiteralBlock text={secret} />
            {children}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {settings.done}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
