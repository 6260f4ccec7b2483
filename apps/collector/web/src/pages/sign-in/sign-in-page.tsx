// Signing in by name and password, or through the organisation's identity provider.
import { Button, Divider, Field, Input, MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { ask } from '../../api/client.ts';
import type { ApiProblem } from '../../api/problem.ts';
import { useAnswer } from '../../api/queries.ts';
import { BareFrame } from '../../app/bare-frame.tsx';
import { rememberAddress } from '../../app/come-back.ts';
import { beginSession, type Session } from '../../app/session.ts';
import { ProblemMessage } from '../../parts/problem-message.tsx';
import { useWords } from '../../words/words.ts';
import { Form } from './form.tsx';
import { PasswordField } from './password-field.tsx';

interface Props {
  /** Whether somebody was signed in until now. */
  ended: boolean;
}

export function SignInPage({ ended }: Props): ReactElement {
  const { session: words } = useWords();
  const client = useQueryClient();
  const { data: ways } = useAnswer('GET /api/v1/sign-in', {}, { live: false });
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation<Session & { csrf: string }, ApiProblem>({
    mutationFn: () => ask('POST /api/v1/session', { body: { name, password } }),
    onSuccess: (begun) => beginSession(client, begun),
    onError: () => setPassword(''),
  });
  return (
    <BareFrame title={words.signIn} lead={words.signInLead}>
      {ended && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{words.expired}</MessageBarBody>
        </MessageBar>
      )}
      {ways?.needsFirstAdministrator === true && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{words.first.hint}</MessageBarBody>
        </MessageBar>
      )}
      {ways?.identityProvider === true && (
        <>
          <Button
            as="a"
            appearance="primary"
            size="large"
            href="/api/v1/session/oidc"
            onClick={() => rememberAddress()}
          >
            {words.withProvider}
          </Button>
          <Divider>{words.or}</Divider>
        </>
      )}
      <Form onSubmit={() => signIn.mutate()}>
        {signIn.error !== null && <ProblemMessage problem={signIn.error} />}
        <Field label={words.name} required>
          <Input
            size="large"
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={name}
            onChange={(_event, data) => setName(data.value)}
          />
        </Field>
        <PasswordField
          label={words.password}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
        />
        <Button
          type="submit"
          size="large"
          appearance={ways?.identityProvider === true ? 'secondary' : 'primary'}
          disabledFocusable={signIn.isPending}
        >
          {words.signIn}
        </Button>
      </Form>
      <Text size={200}>{words.forgot}</Text>
    </BareFrame>
  );
}
