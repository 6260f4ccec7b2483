// connectors/disabled-connector: what carries no mail.
import { expect, test } from 'vitest';
import { withSend } from '../../../test/connector-facts.ts';
import { judged } from '../../../test/judged.ts';

const rule = 'connectors/disabled-connector';

test.each([
  ['enabled', {}, 'pass fine'],
  ['disabled', { enabled: false }, 'info disabled'],
  ['disabled for all domains', { enabled: false, addressSpaces: ['smtp:*;1'] }, 'notApplicable none'],
])('%s', (_, change, expected) => {
  expect(judged(rule, withSend(change))).toEqual([expected]);
});
