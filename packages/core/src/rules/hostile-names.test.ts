// No name that a host supplies can end its quotes in a command.
import { expect, test } from 'vitest';
import { receiveConnector, sendConnector } from '../../test/connector-facts.ts';
import { exampleNow, withSection } from '../../test/example-facts.ts';
import { evaluate } from '../engine/evaluate.ts';
import { remedyCommands } from '../remediation/powershell.ts';

/** Marks everything outside of single-quoted literals, where only our own words may stand. */
function outsideQuotes(command: string): string {
  return command.replace(/'(?:[^'\u2018-\u201b]|['\u2018-\u201b]{2})*'/g, "''");
}

const hostile = ["x'; evil #", 'x\u2019; evil #', '$(evil)', 'x" ; evil', 'x\nevil', '`evil`', '\u202eevil'];

test.each(hostile)('%j', (name) => {
  const bad = { tlsCertificateName: '<I>CN=A<S>CN=B', protocolLogging: 'None', fqdn: name };
  const send = sendConnector({
    ...bad,
    name,
    requireTls: false,
    ignoreStartTls: true,
    cloudServicesMailEnabled: false,
  });
  const loose = sendConnector({ ...bad, name, requireTls: false, tlsAuthLevel: null });
  const weak = sendConnector({ ...bad, name, tlsAuthLevel: null, tlsDomain: name });
  const receive = receiveConnector({ ...bad, name, authMechanism: ['Integrated', name] });
  const facts = withSection('connectors', { send: [send, loose, weak], receive: [receive] });
  const services = [{ name: 'MSExchangeTransport', status: 'Stopped' }];
  const { findings } = evaluate(withSection('exchange', { services }, [], facts), { now: exampleNow });
  const commands = findings.flatMap((finding) => (finding.remedy ? remedyCommands(finding.remedy) : []));
  expect(commands.filter((command) => command.includes('Set-')).length).toBeGreaterThan(6);
  for (const command of commands) expect(outsideQuotes(command)).not.toContain('evil');
});
