// All rules with the hosts they concern, those with most open findings first.
import { Body1, Checkbox } from '@fluentui/react-components';
import { type Locale, ruleTitle } from '@mailflow-tls/core';
import { type ReactElement, Suspense } from 'react';
import { useAnswer } from '../../api/queries.ts';
import type { AnswerOf } from '../../api/types.ts';
import { PageLoading } from '../../app/page-loading.tsx';
import { textOf, useSearchState } from '../../app/search-state.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemMessage } from '../../parts/problem-message.tsx';
import { useSteady } from '../../parts/use-steady.ts';
import { useRuleWords } from '../../words/core-words.ts';
import { useSpoken } from '../../words/words.ts';
import { RulesTable } from './rules-table.tsx';

type RuleLine = AnswerOf<'GET /api/v1/rules'>['rules'][number];

const parse = (search: Readonly<Record<string, unknown>>) => ({
  q: textOf(search.q) ?? '',
  all: search.all === 'true',
});

export function RulesPage(): ReactElement {
  const { shell } = useSpoken().words;
  return (
    <Page title={shell.pages.rules}>
      <Suspense fallback={<PageLoading />}>
        <Rules />
      </Suspense>
    </Page>
  );
}

function Rules(): ReactElement {
  const { language, words } = useSpoken();
  const { rules } = words;
  const locale = useRuleWords();
  const [{ q, all }, change] = useSearchState(parse);
  const answer = useAnswer('GET /api/v1/rules', { query: {} });
  const { shown, hold } = useSteady(answer.data, '');
  if (shown === undefined) {
    return answer.error === null ? (
      <PageLoading />
    ) : (
      <ProblemMessage problem={answer.error} again={() => void answer.refetch()} />
    );
  }
  if (shown.hosts === 0) return <EmptyState title={rules.noHosts}>{rules.noHostsBody}</EmptyState>;
  const found = shown.rules.filter(findsSomething);
  const lines = (all ? shown.rules : found).filter((line) => fitsText(line, q, locale));
  const digits = new Intl.NumberFormat(language);
  return (
    <>
      <Body1>{rules.lead(found.length, digits.format(shown.rules.length))}</Body1>
      <FilterBar
        search={{
          value: q,
          label: rules.search,
          onChange: (text) => change({ q: text === '' ? undefined : text }),
        }}
        active={q !== '' || all}
        onClear={() => change({ q: undefined, all: undefined })}
      >
        <Checkbox
          label={rules.showAll}
          checked={all}
          onChange={(_event, { checked }) => change({ all: checked === true ? 'true' : undefined })}
        />
      </FilterBar>
      {lines.length > 0 ? (
        <div {...hold}>
          <RulesTable lines={lines} />
        </div>
      ) : q === '' ? (
        <EmptyState title={rules.allWell}>{rules.allWellBody}</EmptyState>
      ) : (
        <EmptyState title={rules.none}>{rules.noneBody}</EmptyState>
      )}
    </>
  );
}

function findsSomething({ fail, warn, notChecked, info }: RuleLine): boolean {
  return fail + warn + notChecked + info > 0;
}

function fitsText({ rule }: RuleLine, text: string, locale: Locale): boolean {
  const words = text.toLowerCase().split(/\s+/u);
  const where = `${rule} ${ruleTitle(locale, rule)}`.toLowerCase();
  return words.every((word) => where.includes(word));
}
