// Answers are kept for each host by itself, and for each question.
import { expect, test } from 'vitest';
import { exampleFacts, exampleNow } from '../../test/example-facts.ts';
import { createHostView, type HostView } from './host-view.ts';
import { perHost } from './per-host.ts';

test('asks once for each host and each question', () => {
  const asked: string[] = [];
  const ask = (question: string) => (host: HostView) => {
    asked.push(question);
    return question === 'name' ? host.facts.host.name : null;
  };
  const [name, nothing] = [perHost(ask('name')), perHost(ask('nothing'))];
  const [one, two] = ['EX01', 'EX02'].map((hostName) =>
    createHostView({ ...exampleFacts(), host: { name: hostName, domain: null } }, exampleNow),
  ) as [HostView, HostView]; // one for each name
  expect([name(one), nothing(one), name(two), name(one), nothing(one)]).toEqual([
    'EX01',
    null,
    'EX02',
    'EX01',
    null,
  ]);
  expect(asked).toEqual(['name', 'nothing', 'name']);
});
