// What must be known before anything else is read about a host: not taken in, silent, restart pending, reports lost.
import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { findingSentence, type Report } from '@mailflow-tls/core';
import type { ReactElement } from 'react';
import type { AnswerOf } from '../../api/types.ts';
import { Literal } from '../../parts/literal.tsx';
import { Pieces } from '../../parts/pieces.tsx';
import { Time } from '../../parts/time.tsx';
import { useReportWords } from '../../words/core-words.ts';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    ':empty': { display: 'none' },
  },
  reasons: { marginBlock: tokens.spacingVerticalXS },
});

interface Props {
  answer: AnswerOf<'GET /api/v1/hosts/:id'>;
  report: Report | null;
}

export function HostNotices({ answer, report }: Props): ReactElement {
  const styles = useStyles();
  const locale = useReportWords();
  const { host: words } = useWords();
  const { host, lost } = answer;
  const pending = report?.findings.filter(({ restartOnly }) => restartOnly === true) ?? [];
  return (
    <div className={styles.list}>
      {host.status !== 'active' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words[host.status]}</MessageBarBody>
        </MessageBar>
      )}
      {host.silentSince !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {words.silent} <Time at={host.silentSince} />.
          </MessageBarBody>
        </MessageBar>
      )}
      {pending.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {words.restart}
            <ul className={styles.reasons}>
              {pending.map((finding) => (
                <li key={`${finding.rule} ${finding.subject ?? ''}`}>
                  <Pieces pieces={findingSentence(finding, locale)} />
                </li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
      {lost !== null && lost !== undefined && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {words.lost} <Literal text={JSON.stringify(lost)} />
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
