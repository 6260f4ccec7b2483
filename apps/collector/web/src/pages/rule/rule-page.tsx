// One rule: what it asks and why, how it went over time, the hosts it concerns, and its waivers.
import { Body1, Link, makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import { rules, ruleText, textPieces } from '@mailflow-tls/core';
import { useParams } from '@tanstack/react-router';
import { type ReactElement, type ReactNode, Suspense } from 'react';
import { PageLoading } from '../../app/page-loading.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Literal } from '../../parts/literal.tsx';
import { Page } from '../../parts/page.tsx';
import { Pieces } from '../../parts/pieces.tsx';
import { useRuleWords } from '../../words/core-words.ts';
import { useWords } from '../../words/words.ts';
import { RuleDays } from './rule-days.tsx';
import { RuleHosts } from './rule-hosts.tsx';
import { RuleWaivers } from './rule-waivers.tsx';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  heading: { margin: 0, marginBlockStart: tokens.spacingVerticalM },
  text: { maxWidth: '80ch' },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
});

export function RulePage(): ReactElement {
  return (
    <Suspense fallback={<PageLoading />}>
      <Rule />
    </Suspense>
  );
}

function Rule(): ReactElement {
  const styles = useStyles();
  const { rule: words, rules: listWords } = useWords();
  const locale = useRuleWords();
  const { area = '', name = '' } = useParams({ strict: false });
  const id = `${area}/${name}`;
  const text = ruleText(locale, id);
  const known = rules.find((rule) => rule.id === id);
  if (text === undefined || known === undefined) {
    return (
      <Page title={id}>
        <EmptyState title={words.unknown}>{words.unknownBody}</EmptyState>
      </Page>
    );
  }
  return (
    <Page title={text.title}>
      <span>
        <Literal text={id} copy /> · {listWords.affected[known.affects]}
      </span>
      <Part heading={words.why}>
        <Body1 className={styles.text}>
          <Pieces pieces={textPieces(text.rationale, undefined, locale.language)} />
        </Body1>
      </Part>
      <Part heading={words.overTime}>
        <RuleDays rule={id} />
      </Part>
      <Part heading={words.hosts}>
        <RuleHosts rule={id} />
      </Part>
      <Part heading={words.waivers}>
        <RuleWaivers rule={id} />
      </Part>
      {known.references.length > 0 && (
        <Part heading={words.references}>
          <ul className={styles.list}>
            {known.references.map((address) => (
              <li key={address}>
                <Link href={address} target="_blank" rel="noreferrer noopener">
                  <bdi>{address}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </Page>
  );
}

function Part({ heading, children }: { heading: string; children: ReactNode }): ReactElement {
  const styles = useStyles();
  return (
    <section className={styles.part}>
      <Subtitle1 as="h2" className={styles.heading}>
        {heading}
      </Subtitle1>
      {children}
    </section>
  );
}
