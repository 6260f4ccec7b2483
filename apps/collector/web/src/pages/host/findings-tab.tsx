// The findings of a host, the worst first; what passed only on request.
import { makeStyles, Switch, tokens } from '@fluentui/react-components';
import { type Report, verdictOrder } from '@mailflow-tls/core';
import { unreadSentence, unreadThings } from '@mailflow-tls/core/formats';
import type { ReactElement } from 'react';
import type { AnswerOf } from '../../api/types.ts';
import { Panel } from '../../parts/panel.tsx';
import { Pieces } from '../../parts/pieces.tsx';
import { useReportWords } from '../../words/core-words.ts';
import { say } from '../../words/say.ts';
import { useWords } from '../../words/words.ts';
import { FindingCard } from './finding-card.tsx';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
});

interface Props {
  report: Report;
  since: AnswerOf<'GET /api/v1/hosts/:id'>['since'];
  waived: AnswerOf<'GET /api/v1/hosts/:id'>['waived'];
  all: boolean;
  onAll(all: boolean): void;
}

export function FindingsTab({ report, since, waived, all, onAll }: Props): ReactElement {
  const styles = useStyles();
  const locale = useReportWords();
  const { host } = useWords();
  const rank = (verdict: (typeof verdictOrder)[number]): number => verdictOrder.indexOf(verdict);
  const shown = report.findings
    .filter(({ verdict }) => all || (verdict !== 'pass' && verdict !== 'notApplicable'))
    .toSorted((a, b) => rank(b.verdict) - rank(a.verdict));
  const unread = unreadThings(report);
  return (
    <div className={styles.list}>
      <div>
        <Switch label={host.showPassed} checked={all} onChange={(_event, { checked }) => onAll(checked)} />
      </div>
      {shown.length === 0 && say(locale, locale.report.nothingWrong)}
      {shown.map((finding) => (
        <FindingCard
          key={`${finding.rule} ${finding.subject ?? ''} ${finding.message.key}`}
          finding={finding}
          since={finding.verdict === 'pass' ? undefined : since[finding.rule]}
          waived={waived.find(({ rule }) => rule === finding.rule)}
        />
      ))}
      {unread.length > 0 && (
        <Panel title={host.unread}>
          <ul>
            {unread.map((thing) => (
              <li key={`${thing.section} ${'what' in thing.unread ? thing.unread.what : ''}`}>
                <Pieces pieces={unreadSentence(thing, locale)} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}
