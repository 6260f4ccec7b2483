// schannel/ghost-keys: every misprint of the article, and what else people write.
import { describe, expect, test } from 'vitest';
import { type protocolKeys, withProtocols, withSection } from '../../../test/example-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';
import { onWindows } from '../../../test/windows-facts.ts';
import { protocolsPath } from '../../facts/schannel.ts';
import { printedLines } from '../../reference/misprints.fixture.ts';
import { visiblePath } from './ghosts.ts';

const rule = 'schannel/ghost-keys';
const on = { Enabled: 1, DisabledByDefault: 0 };
const shown = (name: string) => visiblePath(`${protocolsPath}\\${name}`);

test('without ghosts there is one pass', () => {
  expect(
    judged(rule, withProtocols({ 'TLS 1.2': {}, 'TLS 1.2\\Client': on, 'DTLS 1.2\\Client': on })),
  ).toEqual(['pass none']);
});

describe('the article as printed, imported on 2008 R2', () => {
  const meant = ['Protocols\\TLS 1.2', 'Protocols\\TLS 1.2\\Client', 'Protocols\\TLS 1.2\\Server'];
  test.each(printedLines.filter(([, subkeys]) => subkeys.length > 0))('%s', (_, subkeys) => {
    const [parent = '', client = '', server = ''] = subkeys;
    const facts = onWindows('2008R2', withProtocols({ [parent]: {}, [client]: on, [server]: on }));
    const found = new Map(
      findingsOf(rule, facts).map(({ subject, message }) => [subject, message.params?.['meant']]),
    );
    const correct = ['tls 1.2', 'tls 1.2\\client', 'tls 1.2\\server'];
    subkeys.forEach((name, index) => {
      const isGhost = !correct.includes(name.toLowerCase());
      expect([name, found.get(shown(name))]).toEqual([name, isGhost ? meant[index] : undefined]);
    });
    // And the rules about TLS 1.2 say where the values went.
    const clientSentence = findingsOf('schannel/tls12-client-enabled', facts)[0]?.message;
    if (correct.includes(client.toLowerCase())) expect(clientSentence?.key).toBe('on');
    else expect(clientSentence).toEqual({ key: 'ghost', params: { ghost: shown(client) } });
  });
});

describe('messages', () => {
  test.each([
    ['2008R2', { 'TLS 1,2\\Client': on }, ['warn meant']],
    ['2008R2', { 'TLS 1,2': on }, ['warn meant']],
    ['2008R2', { 'TLS 1,2\\Client': on, 'TLS 1.2\\Client': on }, ['warn meantInForce']],
    ['2022', { 'TLS 1,2\\Client': on }, ['warn meant']],
    ['2022', { 'TLS 1,2\\Client': {} }, ['warn meantOther']],
    ['2022', { 'TLS 1,0\\Client': { Enabled: 0 } }, ['warn meantOther']],
    [
      '2022',
      { 'TLS 1,2': {}, 'TLS 1,2\\Client': on, 'TLS 1.2\\Client': on },
      ['warn meantInForce', 'warn container'],
    ],
    ['2022', { 'TLS 1.2\\Default': {} }, ['warn unknownBelow']],
    ['2022', { 'TLS 1.2\\Client\\Enabled': {} }, ['warn unknownBelow']],
    ['2022', { 'TLS 1.4': {} }, ['info unknownName']],
    ['2022', { 'TLS 1.4\\Client': on }, ['warn unknownBelow']],
  ] as const)('%s %j: %j', (id, keys, expected) => {
    expect(judged(rule, onWindows(id, withProtocols(keys)))).toEqual(expected);
  });
});

test('an empty ghost is shown by its time, others by their values', () => {
  const facts = withProtocols({ 'TLS 1,2': {}, 'TLS 1,2\\Client': { 'Enabled ': 1 } });
  const evidence = findingsOf(rule, facts).map((finding) => finding.evidence);
  const time = '2026-10-19T20:00:00.000Z';
  expect(evidence).toEqual([
    [
      {
        source: `${protocolsPath}\\TLS 1,2\\Client`,
        name: 'Enabled␣',
        value: 1,
        kind: 'REG_DWORD',
        writtenAt: time,
      },
    ],
    [{ source: `${protocolsPath}\\TLS 1,2`, name: 'LastWriteTime', value: time }],
  ]);
});

describe('remedies', () => {
  const steps = (keys: Parameters<typeof protocolKeys>[0]) =>
    findingsOf(rule, onWindows('2008R2', withProtocols(keys))).map(({ remedy }) =>
      remedy?.steps.map((step) =>
        step.do === 'setValue'
          ? `${step.path.slice(protocolsPath.length + 1)}: ${step.name}=${String(step.data)}`
          : step.do === 'deleteKey'
            ? `delete ${step.path.slice(protocolsPath.length + 1)}`
            : step.do,
      ),
    );

  test('the right key comes first, then the ghost goes, then the restart', () => {
    expect(steps({ 'TLS 1.2 \\ Client': { Enabled: 0 } })).toEqual([
      [
        'TLS 1.2\\Client: Enabled=1',
        'TLS 1.2\\Client: DisabledByDefault=0',
        'delete TLS 1.2 \\ Client',
        'restartWindows',
      ],
    ]);
  });

  test('values in a misnamed protocol key were meant for both roles', () => {
    expect(steps({ 'TLSv1.2': { Enabled: 1 } })[0]).toHaveLength(6);
  });

  test('what is in force is only tidied up', () => {
    expect(steps({ 'TLS 1,2\\Client': on, 'TLS 1.2\\Client': on })).toEqual([['delete TLS 1,2\\Client']]);
  });

  test('a ghost that would turn something off or on elsewhere is only deleted', () => {
    expect(steps({ 'TLS 1,0\\Client': { Enabled: 0 }, 'TLS 1,3\\Client': on })).toEqual([
      ['delete TLS 1,0\\Client'],
      ['delete TLS 1,3\\Client'],
    ]);
  });

  test('a key that holds others is deleted after them', () => {
    expect(
      steps({ 'TLS 1,2': {}, 'TLS 1,2\\Client': on }).map((list) =>
        list?.find((step) => step.startsWith('delete')),
      ),
    ).toEqual(['delete TLS 1,2\\Client', 'delete TLS 1,2']);
  });
});

test('what could not be read is not passed', () => {
  const gap = { what: `${protocolsPath}\\TLS 1.2`, reason: 'denied', code: '0x80070005' } as const;
  expect(judged(rule, withSection('schannel', {}, [gap]))).toEqual(['notChecked unreadable']);
});
