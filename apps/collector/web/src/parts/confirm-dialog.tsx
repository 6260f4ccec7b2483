// Asks before something is done that takes something away, and says what will happen.
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../words/words.ts';
import { ProblemMessage } from './problem-message.tsx';

interface Props {
  open: boolean;
  title: string;
  /** What will happen, to whom, and whether it can be undone. */
  children: ReactNode;
  /** The verb on the button: “Revoke”, not “OK”. */
  action: string;
  busy?: boolean;
  problem?: Error | null;
  onConfirm(): void;
  onCancel(): void;
}

export function ConfirmDialog(props: Props): ReactElement {
  const { open, title, children, action, busy = false, problem = null, onConfirm, onCancel } = props;
  const { parts } = useWords();
  return (
    <Dialog modalType="alert" open={open} onOpenChange={(_event, data) => !data.open && onCancel()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>
            {children}
            {problem !== null && <ProblemMessage problem={problem} />}
          </DialogContent>
          <DialogActions>
            <Button appearance="secondary" disabled={busy} onClick={onCancel}>
              {parts.cancel}
            </Button>
            <Button appearance="primary" disabledFocusable={busy} onClick={onConfirm}>
              {action}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
