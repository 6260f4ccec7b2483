// Times are in UTC only where that is certain.
import { expect, test } from 'vitest';
import { utcOf } from './time.ts';

test.each([
  ['2023-03-07T18:46:06.378Z', 'local', '2023-03-07T18:46:06.378Z'],
  ['2023-03-07 18:46:06+01:00', 'local', '2023-03-07T17:46:06.000Z'],
  ['2023-03-07T18:46:06.1234567-05:30', 'local', '2023-03-08T00:16:06.123Z'],
  ['2023-03-07T18:46:06', 'local', null],
  ['2023-03-07T18:46:06', 'utc', '2023-03-07T18:46:06.000Z'],
  ['Mon, 20 Jan 2025 12:11:12 +0200', 'local', '2025-01-20T10:11:12.000Z'],
  ['20 Jan 2025 12:11:12', 'local', null],
  ['Mon, 20 Jan 2025 10:11 GMT (x)', 'local', '2025-01-20T10:11:00.000Z'],
  ['/Date(1610754605000)/', 'local', '2021-01-15T23:50:05.000Z'],
  ['12/8/2020 9:47:12 PM', 'utc', '2020-12-08T21:47:12.000Z'],
  ['12/8/2020 12:07:12 AM', 'utc', '2020-12-08T00:07:12.000Z'],
  ['12/8/2020 9:47:12 PM', 'local', null],
  ['15-01-21 23:50:05', 'utc', null],
  ['2023-13-07T18:46:06Z', 'utc', null],
  ['no time', 'utc', null],
  ['', 'utc', null],
] as const)('%s %s', (written, zone, utc) => {
  expect(utcOf(written, zone)).toBe(utc);
});
