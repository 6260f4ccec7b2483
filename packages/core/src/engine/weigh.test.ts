// Verdicts weighed by the host's part in mail.
import { describe, expect, test } from 'vitest';
import type { Part, PartInMail } from '../part-in-mail/part-in-mail.ts';
import type { Verdict } from './finding.ts';
import type { Affects } from './rule.ts';
import { weigh } from './weigh.ts';

const part = (...parts: Part[]): PartInMail => ({ parts, because: [] });

describe('a failure counts where the host carries mail', () => {
  const rows: [Part[], Affects, Verdict][] = [
    [['sendsDirectly'], 'sending', 'fail'],
    [['sendsDirectly'], 'receiving', 'warn'],
    [['sendsDirectly'], 'both', 'fail'],
    [['receives'], 'receiving', 'fail'],
    [['receives'], 'sending', 'warn'],
    [['receives', 'throughEdgeOrSmartHost'], 'sending', 'warn'],
    [['throughEdgeOrSmartHost'], 'both', 'warn'],
    [['applicationRelay'], 'sending', 'fail'],
    [['applicationRelay'], 'receiving', 'warn'],
    [['none'], 'sending', 'warn'],
    [['none'], 'both', 'warn'],
    [['unknown'], 'sending', 'fail'],
    [['sendsDirectly'], 'hygiene', 'fail'],
  ];
  test.each(rows)('%j, %s', (parts, affects, verdict) => {
    expect(weigh('fail', affects, part(...parts))).toBe(verdict);
  });
});

test('a warning is only a note on a host without a part', () => {
  expect(weigh('warn', 'sending', part('none'))).toBe('info');
  expect(weigh('warn', 'sending', part('receives'))).toBe('warn');
  expect(weigh('warn', 'sending', part('unknown'))).toBe('warn');
});

test.each(['pass', 'info', 'notApplicable', 'notChecked'] as const)('%s stays', (verdict) => {
  expect(weigh(verdict, 'both', part('none'))).toBe(verdict);
});
