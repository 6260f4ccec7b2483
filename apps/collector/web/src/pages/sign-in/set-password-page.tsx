// Where a set-password link leads.
import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { ask } from '../../api/client.ts';
import type { ApiProblem } from '../../api/problem.ts';
import { BareFrame } from '../../app/bare-frame.tsx';
import { ProblemMessage } from '../../parts/problem-message.tsx';
import { useWords } from '../../words/words.ts';
import { Form } from './form.tsx';
import { useLinkSecret } from './link-secret.ts';
import { useNewPassword } from './new-password.ts';
import { NewPasswordFields } from './new-password-fields.tsx';

export function SetPasswordPage(): ReactElement {
  const { session: words } = useWords();
  const { reset } = words;
  const secret = useLinkSecret();
  const password = useNewPassword();
  const set = useMutation<undefined, ApiProblem>({
    mutationFn: () => ask('POST /api/v1/password', { body: { secret, password: password.value } }),
  });
  if (set.isSuccess) {
    return (
      <BareFrame title={reset.title}>
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>{reset.done}</MessageBarBody>
        </MessageBar>
        <Link to="/">{words.signIn}</Link>
      </BareFrame>
    );
  }
  if (secret === '') return <BareFrame title={reset.title}>{words.first.missing}</BareFrame>;
  return (
    <BareFrame title={reset.title} lead={reset.lead}>
      <Form
        onSubmit={() => {
          password.tried();
          if (password.isGood) set.mutate();
        }}
      >
        {set.error !== null && <ProblemMessage problem={set.error} />}
        <NewPasswordFields password={password} />
        <Button type="submit" size="large" appearance="primary" disabledFocusable={set.isPending}>
          {reset.submit}
        </Button>
      </Form>
    </BareFrame>
  );
}
