// The verdict of a rule: colour, sign and the core's word for it.
import { Badge } from '@fluentui/react-components';
import type { Verdict } from '@mailflow-tls/core';
import type { ReactElement } from 'react';
import { useRuleWords } from '../words/core-words.ts';
import { say } from '../words/say.ts';

const looks = {
  fail: { color: 'danger', appearance: 'filled' },
  warn: { color: 'warning', appearance: 'tint' },
  notChecked: { color: 'important', appearance: 'outline' },
  info: { color: 'informative', appearance: 'tint' },
  pass: { color: 'success', appearance: 'tint' },
  notApplicable: { color: 'informative', appearance: 'outline' },
} as const;

/** Suspends until the core's words have come. */
export function VerdictBadge({ verdict }: { verdict: Verdict }): ReactElement {
  const locale = useRuleWords();
  return <Badge {...looks[verdict]}>{say(locale, locale.verdicts[verdict])}</Badge>;
}
