// Judging a host, beside parsing the same facts: what an unavoidable step over the same bytes costs. Built code only.
import { expect, test } from 'vitest';
import { evaluate, type HostFacts } from '../dist/index.js';
import { exampleFacts, exampleNow } from '../test/example-facts.ts';
import { ruleExamples } from '../test/rule-examples/index.ts';

// A healthy host, and every host to which some rule objects.
const hosts: HostFacts[] = [exampleFacts(), ...Object.values(ruleExamples).map((make) => make())];
const texts = hosts.map((facts) => JSON.stringify(facts));
const options = { now: exampleNow };

test('judge a host', async ({ bench }) => {
  // The benchmark must not measure rules that broke.
  const findings = hosts.flatMap((facts) => evaluate(facts, options).findings);
  expect(findings.filter((finding) => finding.message.key === 'ruleFailed')).toEqual([]);
  let turn = 0;
  const nextTurn = () => {
    turn = (turn + 1) % hosts.length;
    return turn;
  };
  await bench.compare(
    bench('evaluate(facts), all rules', () => {
      evaluate(hosts[nextTurn()] as HostFacts, options);
    }),
    bench('JSON.parse of the same facts', () => {
      JSON.parse(texts[nextTurn()] as string);
    }),
  );
});
