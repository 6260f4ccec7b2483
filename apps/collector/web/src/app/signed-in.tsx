// Shows what is inside to people who signed in, and to others the form to do so: the address stays as it is.
import { Spinner } from '@fluentui/react-components';
import { useRouter } from '@tanstack/react-router';
import { lazy, type ReactElement, type ReactNode, Suspense, useEffect } from 'react';
import { ProblemMessage } from '../parts/problem-message.tsx';
import { useWords } from '../words/words.ts';
import { addressToComeBackTo } from './come-back.ts';
import { SessionContext, useSessionState } from './session.ts';

const SignInPage = lazy(() =>
  import('../pages/sign-in/sign-in-page.tsx').then((page) => ({ default: page.SignInPage })),
);

export function SignedIn({ children }: { children: ReactNode }): ReactElement {
  const { data, error, refetch } = useSessionState();
  const { shell } = useWords();
  const { history } = useRouter();
  const isSignedIn = data?.session != null;
  useEffect(() => {
    const address = isSignedIn ? addressToComeBackTo() : null;
    if (address !== null) history.replace(address);
  }, [isSignedIn, history]);
  const waiting = <Spinner label={shell.loading} style={{ marginBlockStart: '20vh' }} />;
  if (data === undefined) {
    return error === null ? waiting : <ProblemMessage problem={error} again={() => void refetch()} />;
  }
  if (data.session === null) {
    return (
      <Suspense fallback={waiting}>
        <SignInPage ended={data.ended} />
      </Suspense>
    );
  }
  return <SessionContext value={data.session}>{children}</SessionContext>;
}
