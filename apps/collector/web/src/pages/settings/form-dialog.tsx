// A form in a dialog: its fields, what the collector says against them, and what sends it.
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { ProblemMessage } from '../../parts/problem-message.tsx';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  fields: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    paddingBlockEnd: tokens.spacingVerticalM,
  },
});

interface Props {
  title: string;
  action: string;
  busy: boolean;
  problem: Error | null;
  onSubmit(): void;
  onCancel(): void;
  children: ReactNode;
}

export function FormDialog({
  title,
  action,
  busy,
  problem,
  onSubmit,
  onCancel,
  children,
}: Props): ReactElement {
  const styles = useStyles();
  const { parts } = useWords();
  return (
    <Dialog
      open
      modalType="modal"
      onOpenChange={(_event, { open, type }) => {
        // A click beside it must not drop what was typed.
        if (!open && type !== 'backdropClick') onCancel();
      }}
    >
      <DialogSurface>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.fields}>
              {problem !== null && <ProblemMessage problem={problem} />}
              {children}
            </DialogContent>
            <DialogActions>
              <Button onClick={onCancel}>{parts.cancel}</Button>
              <Button type="submit" appearance="primary" disabledFocusable={busy}>
                {action}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
