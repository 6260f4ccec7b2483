// logging/protocol-logging: logs that are not written.
import { expect, test } from 'vitest';
import { sectionData, withReceive, withSend } from '../../../test/connector-facts.ts';
import { exampleFacts, withSection } from '../../../test/example-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';
import type { HostFacts } from '../../facts/host-facts.ts';

const rule = 'logging/protocol-logging';

const [service] = sectionData('connectors').transport;
const withoutConnectivity = () => {
  if (!service) throw new Error('the example has a transport service');
  return withSection('connectors', { transport: [{ ...service, connectivityLogEnabled: false }] });
};

test.each<[string, HostFacts, string]>([
  ['all written', exampleFacts(), 'pass fine'],
  ['to Office 365 not', withSend({ protocolLogging: 'None' }), 'warn sendOff'],
  ['to the Internet not', withSend({ protocolLogging: 'None', addressSpaces: ['smtp:*;1'] }), 'info sendOff'],
  ['from Office 365 not', withReceive({ protocolLogging: 'None' }), 'warn receiveOff'],
  ['not told', withSend({ protocolLogging: null }), 'pass fine'],
  ['no connectivity log', withoutConnectivity(), 'warn connectivityOff'],
  ['nothing to log', withSend({ usedByThisHost: false }, { receive: [] }), 'notApplicable none'],
])('%s', (_, facts, expected) => {
  expect(judged(rule, facts)).toEqual([expected]);
});

test('the commands name this host', () => {
  const step = findingsOf(rule, withoutConnectivity())[0]?.remedy?.steps[0];
  expect(step).toMatchObject({
    command: "Set-TransportService -Identity 'EX01' -ConnectivityLogEnabled $true",
  });
});

test('a Receive connector is named with its server', () => {
  const facts = withReceive({ protocolLogging: 'None', name: 'Default Frontend EX01' });
  expect(findingsOf(rule, facts)[0]?.remedy?.steps[0]).toMatchObject({
    command: "Set-ReceiveConnector -Identity 'EX01\\Default Frontend EX01' -ProtocolLoggingLevel Verbose",
  });
});

test('a cmdlet of another name, as a facts file may hold it, gets into no command', () => {
  if (!service) throw new Error('the example has a transport service');
  const transport = [{ ...service, source: 'Get-X; calc', connectivityLogEnabled: false }];
  const [finding] = findingsOf(rule, withSection('connectors', { transport }));
  expect(finding?.verdict).toBe('warn');
  expect(finding?.remedy).toBeUndefined();
});
