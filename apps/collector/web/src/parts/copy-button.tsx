// The button that copies a text and says so.
import { Button, Tooltip } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { type ReactElement, useEffect, useState } from 'react';
import { useWords } from '../words/words.ts';
import { copyText } from './copy-text.ts';

interface Props {
  text: string;
  /** With the word beside the icon. */
  wide?: boolean;
}

export function CopyButton({ text, wide = false }: Props): ReactElement {
  const { parts } = useWords();
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready');
  useEffect(() => {
    if (state === 'ready') return;
    const timer = setTimeout(() => setState('ready'), 4000);
    return () => clearTimeout(timer);
  }, [state]);
  const said = state === 'copied' ? parts.copied : state === 'failed' ? parts.copyFailed : '';
  const copy = async (): Promise<void> => setState((await copyText(text)) ? 'copied' : 'failed');
  const icon = state === 'copied' ? <CheckmarkRegular /> : <CopyRegular />;
  return (
    <>
      <Tooltip content={said || parts.copy} relationship="label">
        <Button appearance="subtle" size="small" icon={icon} onClick={() => void copy()}>
          {wide ? said || parts.copy : undefined}
        </Button>
      </Tooltip>
      <Said text={said} />
    </>
  );
}

/** For screen readers only. */
function Said({ text }: { text: string }): ReactElement {
  return (
    <span
      role="status"
      style={{ position: 'absolute', clipPath: 'inset(50%)', width: 1, height: 1, overflow: 'hidden' }}
    >
      {text}
    </span>
  );
}
