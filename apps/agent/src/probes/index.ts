// The probes: which script reads which section, how long it may take, and with which data.
import { mailRoots, mailSoftware, type SectionName } from '@mailflow-tls/core';
import type { Probe } from '../powershell/probe.ts';
import bootTime from './boot-time.ps1';
import certificates from './certificates.ps1';
import ciphers from './ciphers.ps1';
import connectors from './connectors.ps1';
import dotnet from './dotnet.ps1';
import exchange from './exchange.ps1';
import exchangeServices from './exchange-services.ps1';
import exchangeShell from './exchange-shell.ps1';
import os from './os.ps1';
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
  probe('connectors', exchangeShell + connectors, 180),
  { ...probe('certificates', exchangeShell + exchangeServices, 90), name: 'exchangeServices' },
];
