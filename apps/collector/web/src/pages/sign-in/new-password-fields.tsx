// The two fields of a new password.
import type { ReactElement } from 'react';
import { useWords } from '../../words/words.ts';
import type { NewPassword } from './new-password.ts';
import { PasswordField } from './password-field.tsx';

export function NewPasswordFields({ password }: { password: NewPassword }): ReactElement {
  const { session } = useWords();
  return (
    <>
      <PasswordField
        label={session.password}
        value={password.value}
        onChange={password.setValue}
        autoComplete="new-password"
        hint={session.passwordRule}
        error={password.errors.value}
      />
      <PasswordField
        label={session.passwordAgain}
        value={password.again}
        onChange={password.setAgain}
        autoComplete="new-password"
        error={password.errors.again}
      />
    </>
  );
}
