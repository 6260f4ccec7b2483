// Which gap answers for a field, a key or a value.
import { describe, expect, test } from 'vitest';
import { exampleFacts, exampleNow, withSection, withUnread } from '../../test/example-facts.ts';
import { createHostView } from '../engine/host-view.ts';
import type { Gap } from '../facts/section.ts';
import { gapAt, gapReason, gapWithin } from './not-checked.ts';

const gap = (what: string, reason: Gap['reason'] = 'denied'): Gap => ({ what, reason, code: '5' });
const host = (...gaps: Gap[]) => createHostView(withSection('schannel', {}, gaps), exampleNow);
const denied = (what: string) => ({ section: 'schannel', what, reason: 'denied', code: '5' });

describe('gapReason', () => {
  test.each([
    ['HKLM\\A\\B', 'HKLM\\A\\B'],
    ['HKLM\\a\\b\\c', 'HKLM\\A\\B'],
    ['send.name', 'send'],
  ])('%s is covered by %s', (what, found) => {
    expect(gapReason(host(gap(found)), 'schannel', what)).toEqual(denied(found));
  });

  test('a gap of a neighbour says nothing', () => {
    expect(gapReason(host(gap('HKLM\\A\\B')), 'schannel', 'HKLM\\A\\BC')).toEqual({
      section: 'schannel',
      what: 'HKLM\\A\\BC',
      reason: 'failed',
      code: 'missing',
    });
  });

  test('an unread section answers for all', () => {
    const unread = createHostView(withUnread('schannel', { reason: 'timedOut', code: 'x' }), exampleNow);
    expect(gapReason(unread, 'schannel', 'root')).toEqual({
      section: 'schannel',
      reason: 'timedOut',
      code: 'x',
    });
  });
});

describe('gapAt', () => {
  test('finds the first of several', () => {
    expect(gapAt(host(gap('HKLM\\A'), gap('root')), 'schannel', 'root', 'HKLM\\B')).toEqual(denied('root'));
  });

  test.each([
    ['no gaps', []],
    ['a gap below', [gap('HKLM\\A\\B\\C')]],
    ['what is not there', [gap('HKLM\\A\\B', 'notPresent')]],
  ])('nothing with %s', (_, gaps) => {
    expect(gapAt(host(...gaps), 'schannel', 'HKLM\\A\\B')).toBeUndefined();
  });

  test('an unread section has no gaps', () => {
    expect(gapAt(createHostView(withUnread('schannel'), exampleNow), 'schannel', 'root')).toBeUndefined();
    expect(gapAt(createHostView(exampleFacts(), exampleNow), 'schannel', 'root')).toBeUndefined();
  });
});

test('gapWithin looks above and below', () => {
  expect(gapWithin(host(gap('HKLM\\A\\B\\C')), 'schannel', 'HKLM\\a\\b')).toEqual(denied('HKLM\\A\\B\\C'));
  expect(gapWithin(host(gap('HKLM')), 'schannel', 'HKLM\\A\\B')).toEqual(denied('HKLM'));
  expect(gapWithin(host(gap('HKLM\\A\\C')), 'schannel', 'HKLM\\A\\B')).toBeUndefined();
  expect(gapWithin(host(gap('HKLM\\A\\B', 'notPresent')), 'schannel', 'HKLM\\A')).toBeUndefined();
});
