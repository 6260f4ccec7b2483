// Says what failed, how to mend it, and the code and number by which it can be found in the log.
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { useWords } from '../words/words.ts';
import { Literal } from './literal.tsx';

interface Props {
  /** What a question or change failed with; other errors than the API's are shown as they are. */
  problem: Error;
  again?: () => void;
}

export function ProblemMessage({ problem, again }: Props): ReactElement {
  const { problems, parts } = useWords();
  const api = problem instanceof ApiProblem ? problem : null;
  const text = problems[api?.code ?? 'internal-error'];
  // The API's own sentence is in English; where it only repeats the code there is none.
  const detail = api === null ? problem.message : api.message === api.code ? null : api.message;
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{text.title}</MessageBarTitle> {text.mend}
        {detail !== null && (
          <div>
            {parts.problem.detail}: <bdi lang="en">{detail}</bdi>
          </div>
        )}
        {api !== null && (
          <div>
            {parts.problem.code}: <Literal text={api.code} />
            {api.request !== undefined && (
              <>
                {' · '}
                {parts.problem.request}: <Literal text={api.request} copy />
              </>
            )}
          </div>
        )}
      </MessageBarBody>
      {again !== undefined && (
        <MessageBarActions>
          <Button onClick={again}>{parts.again}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
