// Where the link leads that a new collector shows: name and password of the first administrator.
import { Button, Field, Input } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { ask } from '../../api/client.ts';
import type { ApiProblem } from '../../api/problem.ts';
import { BareFrame } from '../../app/bare-frame.tsx';
import { beginSession, type Session } from '../../app/session.ts';
import { ProblemMessage } from '../../parts/problem-message.tsx';
import { useWords } from '../../words/words.ts';
import { Form } from './form.tsx';
import { useLinkSecret } from './link-secret.ts';
import { useNewPassword } from './new-password.ts';
import { NewPasswordFields } from './new-password-fields.tsx';

export function FirstAdministratorPage(): ReactElement {
  const { session: words } = useWords();
  const { first } = words;
  const secret = useLinkSecret();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const password = useNewPassword();
  const become = useMutation<Session & { csrf: string }, ApiProblem>({
    mutationFn: () =>
      ask('POST /api/v1/first-administrator', { body: { secret, name, password: password.value } }),
    onSuccess: async (begun) => {
      beginSession(client, begun);
      await navigate({ to: '/', replace: true });
    },
  });
  if (secret === '') return <BareFrame title={first.title}>{first.missing}</BareFrame>;
  return (
    <BareFrame title={first.title} lead={first.lead}>
      <Form
        onSubmit={() => {
          password.tried();
          if (password.isGood && name !== '') become.mutate();
        }}
      >
        {become.error !== null && <ProblemMessage problem={become.error} />}
        <Field label={words.name} required validationMessage={become.error?.fieldError('name') ?? null}>
          <Input
            size="large"
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            value={name}
            onChange={(_event, data) => setName(data.value)}
          />
        </Field>
        <NewPasswordFields password={password} />
        <Button type="submit" size="large" appearance="primary" disabledFocusable={become.isPending}>
          {first.submit}
        </Button>
      </Form>
    </BareFrame>
  );
}
