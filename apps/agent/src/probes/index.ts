// The probes: which script reads which section, how long it may take, and with which data.
import { mailRoots, mailSoftware, type SectionName } from '@mailflow-tls/core';
import { catalog } from '@mailflow-tls/core/evidence';
import type { Probe } from '../powershell/probe.ts';
import bootTime from './boot-time.ps1';
import certificates from './certificates.ps1';
import ciphers from './ciphers.ps1';
import connectors from './connectors.ps1';
import dotnet from './dotnet.ps1';
import events from './events.ps1';
import exchange from './exchange.ps1';
import exchangeServices from './exchange-services.ps1';
import exchangeShell from './exchange-shell.ps1';
import os from './os.ps1';
import queues from './queues.ps1';
import restart from './restart.ps1';
import schannel from './schannel.ps1';
import senders from './senders.ps1';
import updates from './updates.ps1';
import winhttp from './winhttp.ps1';

/** A section, or a part of one that is asked for apart: `bootTime` of `os`, `exchangeServices` of `certificates`. */
export type ProbeName = SectionName | 'bootTime' | 'exchangeServices';

export interface SectionProbe extends Probe {
  name: ProbeName;
  section: SectionName;
}

const seconds = 1000;

function probe(section: SectionName, script: string, limit: number, rows: Probe['rows'] = []): SectionProbe {
  return { name: section, section, script, timeoutMs: limit * seconds, rows };
}

const otherSoftware = mailSoftware
  .filter(({ service }) => service !== 'SMTPSVC')
  .map(({ service, product, pathContains }) => [service, product, pathContains ?? '']);

/** The events that the error catalog knows, by provider; that a handshake went well is written thousands of times a day. */
const eventRows = [
  { log: 'System', provider: 'Schannel', values: 2 },
  { log: 'Application', provider: 'MSExchangeTransport', values: 6 },
].map(({ log, provider, values }) => {
  const ids = catalog
    .filter(({ event, role }) => event?.provider === provider && role !== 'evidence')
    .flatMap(({ event }) => event?.ids ?? []);
  return [log, provider, '7', '3000', String(values), [...new Set(ids)].join(',')];
});

/**
 * In the order in which they run: cheap ones first, so that a host which is slow to answer about its updates or about
 * Exchange has told all else before. Exchange's cmdlets can wait minutes for a domain controller.
 */
export const sectionProbes: readonly SectionProbe[] = [
  probe('os', os, 30),
  probe('schannel', schannel, 30),
  probe('dotnet', dotnet, 30),
  probe('winhttp', winhttp, 30),
  probe('exchange', exchange, 30),
  probe('restart', restart, 30),
  probe('ciphers', ciphers, 30),
  probe(
    'certificates',
    certificates,
    60,
    mailRoots.map(({ thumbprint }) => [thumbprint]),
  ),
  probe('senders', senders, 30, otherSoftware),
  { ...probe('os', bootTime, 15), name: 'bootTime' },
  probe('updates', updates, 60),
  probe('events', events, 60, eventRows),
  probe('connectors', exchangeShell + connectors, 180),
  probe('queues', exchangeShell + queues, 90),
  { ...probe('certificates', exchangeShell + exchangeServices, 90), name: 'exchangeServices' },
];
