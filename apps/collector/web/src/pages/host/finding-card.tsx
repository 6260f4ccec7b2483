// A finding: verdict, sentence, proof, why it matters, what to do.

import { Card, makeStyles, mergeClasses, Subtitle1, tokens } from '@fluentui/react-components';
import { type Finding, findingSentence, ruleTitle } from '@mailflow-tls/core';
import { rationaleWords } from '@mailflow-tls/core/formats';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { AnswerOf } from '../../api/types.ts';
import { EvidenceList } from '../../parts/evidence-list.tsx';
import { Pieces } from '../../parts/pieces.tsx';
import { RemedySteps } from '../../parts/remedy-steps.tsx';
import { Time } from '../../parts/time.tsx';
import { VerdictBadge } from '../../parts/verdict-badge.tsx';
import { useReportWords } from '../../words/core-words.ts';
import { say } from '../../words/say.ts';
import { useWords } from '../../words/words.ts';

export type Waived = AnswerOf<'GET /api/v1/hosts/:id'>['waived'][number];

const useStyles = makeStyles({
  card: {
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderInlineStartWidth: '4px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
    '@media print': { breakInside: 'avoid' },
  },
  fail: { borderInlineStartColor: tokens.colorStatusDangerBorder2 },
  warn: { borderInlineStartColor: tokens.colorStatusWarningBorder2 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  rule: { color: tokens.colorBrandForegroundLink, fontFamily: tokens.fontFamilyMonospace },
  title: { margin: 0, overflowWrap: 'anywhere' },
  text: { margin: 0 },
});

interface Props {
  finding: Finding;
  since: string | undefined;
  waived: Waived | undefined;
}

export function FindingCard({ finding, since, waived }: Props): ReactElement {
  const styles = useStyles();
  const locale = useReportWords();
  const { host } = useWords();
  const { verdict, rule, subject, unweighed, remedy, evidence } = finding;
  const [area = '', name = ''] = rule.split('/');
  const isBad = verdict === 'fail' || verdict === 'warn' || verdict === 'notChecked';
  const rationale = isBad ? rationaleWords(rule, locale) : [];
  const { labels, milder } = locale.report;
  return (
    <Card
      role="article"
      className={mergeClasses(
        styles.card,
        verdict === 'fail' && styles.fail,
        verdict === 'warn' && styles.warn,
      )}
    >
      <div className={styles.head}>
        <VerdictBadge verdict={verdict} />
        <Link to="/rules/$area/$name" params={{ area, name }} className={styles.rule} dir="ltr">
          {rule}
        </Link>
        {since !== undefined && (
          <span>
            {host.since} <Time at={since} />
          </span>
        )}
        {waived !== undefined && (
          <span title={waived.reason}>
            <bdi>{host.waivedBy(waived.owner)}</bdi> {host.waivedUntil} <Time at={waived.expiresAt} />
          </span>
        )}
      </div>
      <Subtitle1 as="h2" className={styles.title}>
        <Pieces pieces={findingSentence(finding, locale)} />
      </Subtitle1>
      <p className={styles.text}>
        {say(locale, labels.passesWhen)}: {ruleTitle(locale, rule)}
        {subject !== undefined && (
          <>
            {': '}
            <bdi>{subject}</bdi>
          </>
        )}
      </p>
      {unweighed !== undefined && (
        <p className={styles.text}>
          {say(locale, milder, { verdict: say(locale, locale.verdicts[unweighed]) })}
        </p>
      )}
      <EvidenceList evidence={evidence} />
      {rationale.length > 0 && (
        <p className={styles.text}>
          <b>{say(locale, labels.rationale)}:</b> <Pieces pieces={rationale} />
        </p>
      )}
      {isBad && remedy !== undefined && <RemedySteps finding={finding} remedy={remedy} />}
    </Card>
  );
}
