// One cause: how likely it is, its proof, the mail it touches, and the way out.
import { Badge, Body1, Card, makeStyles, Subtitle2, Title3, tokens } from '@fluentui/react-components';
import { type Cause, causeMeaning, causeName, toneOf } from '@mailflow-tls/core/evidence';
import type { ReactElement, ReactNode } from 'react';
import { Pieces } from '../../parts/pieces.tsx';
import { useEvidenceWords } from '../../words/core-words.ts';
import { say } from '../../words/say.ts';
import { Advice, Settlement } from './advice.tsx';
import { BecauseList } from './because-list.tsx';
import { FlowTable } from './flow-table.tsx';

const useStyles = makeStyles({
  card: { rowGap: tokens.spacingVerticalL, padding: tokens.spacingHorizontalXL, breakInside: 'avoid' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  name: { margin: 0 },
  part: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  heading: { margin: 0 },
});

const colours = {
  fail: 'danger',
  warn: 'warning',
  info: 'informative',
  notChecked: 'important',
  notApplicable: 'subtle',
  pass: 'success',
} as const;

export function CauseCard({ cause }: { cause: Cause }): ReactElement {
  const styles = useStyles();
  const locale = useEvidenceWords();
  const { labels, likelihoods } = locale.diagnosis;
  const speakingFor = cause.because.filter(({ speaks }) => speaks === 'for');
  const against = cause.because.filter(({ speaks }) => speaks === 'against');
  // Of what is unlikely only the reason why matters.
  const isTold = cause.likelihood !== 'unlikely';
  return (
    <Card className={styles.card} role="article" aria-label={causeName(cause, locale)}>
      <div className={styles.head}>
        <Title3 as="h2" className={styles.name}>
          {causeName(cause, locale)}
        </Title3>
        <Badge size="large" appearance={isTold ? 'filled' : 'outline'} color={colours[toneOf(cause)]}>
          {say(locale, likelihoods[cause.likelihood])}
        </Badge>
      </div>
      <Body1>
        <Pieces pieces={causeMeaning(cause, locale)} />
      </Body1>
      {isTold && speakingFor.length > 0 && (
        <CausePart heading={say(locale, labels.because)}>
          <BecauseList found={speakingFor} />
        </CausePart>
      )}
      {against.length > 0 && (
        <CausePart heading={say(locale, labels.against)}>
          <BecauseList found={against} />
        </CausePart>
      )}
      {isTold && cause.flows.length > 0 && (
        <CausePart heading={say(locale, labels.flows)}>
          <FlowTable cause={cause} />
        </CausePart>
      )}
      {isTold && (
        <CausePart heading={say(locale, labels.remedy)}>
          <Advice cause={cause} />
        </CausePart>
      )}
      {isTold && cause.settleBy !== null && (
        <CausePart heading={say(locale, labels.settleBy)}>
          <Settlement settleBy={cause.settleBy} />
        </CausePart>
      )}
    </Card>
  );
}

function CausePart({ heading, children }: { heading: string; children: ReactNode }): ReactElement {
  const styles = useStyles();
  return (
    <section className={styles.part}>
      <Subtitle2 as="h3" className={styles.heading}>
        {heading}
      </Subtitle2>
      {children}
    </section>
  );
}
