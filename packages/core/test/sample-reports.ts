// Reports of hosts that differ in what people meet: failing, healthy, unread, waiting for a restart, and hostile ones.

import { evaluate } from '../src/engine/evaluate.ts';
import type { Finding } from '../src/engine/finding.ts';
import type { HostFacts } from '../src/facts/host-facts.ts';
import type { Report } from '../src/report/report.ts';
import {
  afterBoot,
  exampleFacts,
  exampleNow,
  withProtocols,
  withSection,
  withUnread,
} from './example-facts.ts';

const on = { Enabled: 1, DisabledByDefault: 0 };
const off = { Enabled: 0, DisabledByDefault: 1 };

function named(facts: HostFacts, name: string, domain: string | null = 'contoso.com'): HostFacts {
  return { ...facts, host: { name, domain } };
}

function judged(facts: HostFacts): Report {
  return evaluate(facts, { now: exampleNow });
}

export function healthyReport(): Report {
  return judged(exampleFacts());
}

/** TLS 1.2 off for outgoing connections, old protocols on, something unread. */
export function failingReport(): Report {
  const protocols = withProtocols({
    'TLS 1.0\\Client': on,
    'TLS 1.0\\Server': on,
    'TLS 1.2\\Client': off,
    'TLS 1.2\\Server': { Enabled: 1 },
    'TLS 1.2 Client': on,
  });
  const os = withSection(
    'os',
    { productName: 'Windows Server 2016 Standard', build: 14393, revision: 7428 },
    [],
    protocols,
  );
  return judged(named(withUnread('updates', { reason: 'timedOut', code: 'probeTimeout' }, os), 'EX02'));
}

function restartReport(): Report {
  return judged(named(withProtocols({ 'TLS 1.2\\Client': on, 'TLS 1.2\\Server': on }, afterBoot), 'EX03'));
}

export function unknownReport(): Report {
  return judged(named(withUnread('schannel'), 'EX04'));
}

export function fleetReports(): Report[] {
  const fine = judged(named(exampleFacts(), 'EX05'));
  return [failingReport(), restartReport(), unknownReport(), healthyReport(), fine];
}

/** A report with one text wherever a host, or a newer version, could put one. */
export function reportWith(text: string): Report {
  const facts: HostFacts = { ...named(exampleFacts(), text, text), id: text, label: text };
  const os = facts.sections.os;
  if (os.status === 'read') {
    os.data.productName = text;
    os.gaps.push({ what: text, reason: 'failed', code: text, detail: text });
  }
  const exchange = facts.sections.exchange;
  if (exchange.status === 'read') exchange.data.build = text;
  const schannel = facts.sections.schannel;
  if (schannel.status === 'read')
    schannel.data.protocols.push({
      path: `HKLM\\SYSTEM\\${text}`,
      lastWriteTime: text,
      values: [{ name: text, kind: 'REG_SZ', data: text }],
    });
  facts.sections.ciphers = { status: 'unread', reason: 'denied', code: text, detail: text };
  const report = judged(facts);
  return { ...report, findings: [...hostileFindings(text), ...report.findings], skippedRules: [text] };
}

function hostileFindings(text: string): Finding[] {
  const evidence = [
    { source: text, name: text, value: text, kind: text, expected: text, writtenAt: text },
    { source: text, value: null },
  ];
  const message = { key: 'offByDefaultOfSystem', params: { windows: text } };
  return [
    {
      rule: 'schannel/tls12-client-enabled',
      subject: text,
      verdict: 'fail',
      message,
      evidence,
      remedy: {
        id: 'schannel/tls12-client-enabled#enable',
        params: { windows: text },
        steps: [
          { do: 'setValue', path: `HKLM\\${text}`, name: text, kind: 'REG_MULTI_SZ', data: [text] },
          { do: 'deleteValue', path: `HKLM\\${text}`, name: text },
          { do: 'deleteKey', path: `HKLM\\${text}` },
          { do: 'command', shell: 'exchange', command: text },
          { do: 'manual', step: text, params: { text } },
          { do: 'restartService', service: text },
          { do: 'restartWindows' },
        ],
      },
    },
    { rule: text, subject: text, verdict: 'warn', unweighed: 'fail', message: { key: text }, evidence },
    { rule: text, verdict: 'info', message: { key: 'ruleFailed', params: { error: text } }, evidence: [] },
    {
      rule: 'schannel/tls12-client-enabled',
      verdict: 'notChecked',
      message: { key: 'notRead' },
      evidence: [],
      because: { section: 'os', reason: 'failed', code: text },
    },
    { rule: 'schannel/tls12-client-enabled', subject: text, verdict: 'pass', message, evidence },
  ];
}
