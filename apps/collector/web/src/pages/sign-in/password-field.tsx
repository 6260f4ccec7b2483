// A password that can be shown while it is typed.
import { Button, Field, Input } from '@fluentui/react-components';
import { EyeRegular } from '@fluentui/react-icons/svg/eye';
import { EyeOffRegular } from '@fluentui/react-icons/svg/eye-off';
import { type ReactElement, useState } from 'react';
import { useWords } from '../../words/words.ts';

interface Props {
  label: string;
  value: string;
  onChange(value: string): void;
  autoComplete: 'current-password' | 'new-password';
  hint?: string;
  error?: string | undefined;
}

export function PasswordField({ label, value, onChange, autoComplete, hint, error }: Props): ReactElement {
  const { session } = useWords();
  const [shown, setShown] = useState(false);
  return (
    <Field
      label={label}
      required
      {...(hint !== undefined && { hint })}
      {...(error !== undefined && { validationMessage: error })}
    >
      <Input
        size="large"
        type={shown ? 'text' : 'password'}
        name={autoComplete}
        autoComplete={autoComplete}
        dir="ltr"
        spellCheck={false}
        value={value}
        onChange={(_event, data) => onChange(data.value)}
        contentAfter={
          <Button
            appearance="transparent"
            icon={shown ? <EyeOffRegular /> : <EyeRegular />}
            aria-label={shown ? session.hidePassword : session.showPassword}
            onClick={() => setShown(!shown)}
          />
        }
      />
    </Field>
  );
}
