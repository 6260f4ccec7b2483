// What to do next, in the order of the mail that it saves; each step leads to the hosts that it is about.
import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ruleTitle } from '@mailflow-tls/core';
import { Link } from '@tanstack/react-router';
import { type ReactElement, Suspense } from 'react';
import type { AnswerOf } from '../../api/types.ts';
import { Panel } from '../../parts/panel.tsx';
import { useRuleWords } from '../../words/core-words.ts';
import { useSpoken, useWords } from '../../words/words.ts';

type Step = AnswerOf<'GET /api/v1/overview'>['next'][number];

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column' },
  item: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    borderBlockStartWidth: '1px',
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke2,
    ':first-child': { borderBlockStartStyle: 'none' },
  },
  place: {
    minWidth: '1.5em',
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
    fontWeight: tokens.fontWeightSemibold,
  },
  link: {
    color: tokens.colorBrandForegroundLink,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  facts: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  done: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  sign: { color: tokens.colorStatusSuccessForeground1, fontSize: '20px', display: 'flex' },
});

export function NextSteps({ steps }: { steps: readonly Step[] }): ReactElement {
  const styles = useStyles();
  const { overview } = useWords();
  return (
    <Panel title={overview.next} {...(steps.length > 0 && { lead: overview.nextLead })}>
      {steps.length === 0 ? (
        <div className={styles.done}>
          <CheckmarkCircleRegular className={styles.sign} aria-hidden="true" />
          {overview.nothingNext}
        </div>
      ) : (
        <ol className={styles.list}>
          {steps.map((step, index) => (
            <li key={step.rule ?? step.kind} className={styles.item}>
              <span className={styles.place} aria-hidden="true">
                {index + 1}
              </span>
              <NextStep step={step} />
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function NextStep({ step }: { step: Step }): ReactElement {
  const styles = useStyles();
  const { overview } = useWords();
  const facts = [
    overview.touches(step.hosts),
    ...(step.kind === 'rule' && step.mends > 0 ? [overview.mends(step.mends)] : []),
    ...(step.messages > 0 ? [overview.messages(step.messages)] : []),
  ];
  return (
    <div>
      <Link
        to="/hosts"
        search={
          step.rule === null
            ? { state: ['restartNeeded'] }
            : { rule: [step.rule], verdict: ['fail'], state: ['failing'] }
        }
        className={styles.link}
      >
        <StepTitle step={step} />
      </Link>
      <div className={styles.facts}>{facts.join(' · ')}</div>
    </div>
  );
}

/** English needs no more than the answer holds; other languages come with the core's words. */
function StepTitle({ step: { rule, title } }: { step: Step }): ReactElement {
  const { language, words } = useSpoken();
  if (rule === null) return <>{words.overview.restart}</>;
  if (language === 'en') return <>{words.overview.mend(title ?? rule)}</>;
  return (
    <Suspense fallback={<span lang="en">{title ?? rule}</span>}>
      <TranslatedTitle rule={rule} />
    </Suspense>
  );
}

function TranslatedTitle({ rule }: { rule: string }): ReactElement {
  const { overview } = useWords();
  return <>{overview.mend(ruleTitle(useRuleWords(), rule))}</>;
}
