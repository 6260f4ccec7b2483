// restart/pending-restart-other: who waits for a restart.
import { expect, test } from 'vitest';
import { exampleFacts, withSection } from '../../../test/example-facts.ts';
import { judged } from '../../../test/judged.ts';
import type { HostFacts } from '../../facts/host-facts.ts';
import type { RestartFacts } from '../../facts/restart.ts';

const rule = 'restart/pending-restart-other';

type Pending = RestartFacts['pending'][number];
const pending = (...list: Pending[]) => withSection('restart', { pending: list });
const rename = (...detail: string[]): Pending => ({
  origin: 'fileRename',
  source: 'HKLM\\SYSTEM\\…',
  detail,
});

test.each<[string, HostFacts, string[]]>([
  ['nobody', exampleFacts(), ['pass none']],
  ['Windows Update', pending({ origin: 'windowsUpdate', source: 'x', detail: [] }), ['warn updates']],
  ['temporary files', pending(rename('C:\\Windows\\Temp\\a.dll', 'C:\\x\\b.TMP')), ['info temporaryFiles']],
  [
    'a system file among them',
    pending(rename('C:\\Windows\\Temp\\a.dll', 'C:\\Windows\\System32\\schannel.dll')),
    ['warn files'],
  ],
  ['files that are not told', pending(rename()), ['warn files']],
  [
    'two',
    pending(
      { origin: 'computerRename', source: 'x', detail: ['EX01 -> EX02'] },
      { origin: 'updateExe', source: 'y', detail: [] },
    ),
    ['warn newName', 'warn installer'],
  ],
  [
    'perhaps somebody',
    withSection('restart', {}, [{ what: 'configurationManager', reason: 'denied', code: 'x' }]),
    ['notChecked unread'],
  ],
])('%s', (_, facts, expected) => {
  expect(judged(rule, facts)).toEqual(expected);
});
