// Compares hosts with each other: which settings and verdicts are not the same everywhere, TLS first.
import { type ProtocolName, protocolNames } from '../effective/protocol-state.ts';
import { type Verdict, verdictOrder } from '../engine/finding.ts';
import type { RoleSummary } from '../engine/summarise-protocols.ts';
import type { RegistryKey } from '../facts/registry.ts';
import { protocolsPath } from '../facts/schannel.ts';
import { sectionData } from './host-lines.ts';
import type { Report } from './report.ts';

/** What the hosts were compared by. */
export type Compared =
  | { kind: 'protocol'; protocol: ProtocolName; role: 'client' | 'server' | 'both' }
  | { kind: 'rule'; rule: string }
  | { kind: 'value'; path: string; name: string }
  | { kind: 'windows' }
  | { kind: 'exchange' };

/** What hosts have: a literal of the host, a state, a verdict, nothing, or something that was not read or judged. */
export type ComparedValue =
  | { kind: 'role'; role: Pick<RoleSummary, 'stored' | 'pending'> }
  | { kind: 'verdict'; verdict: Verdict }
  | { kind: 'literal'; text: string }
  | { kind: 'absent' }
  | { kind: 'unknown' };

export interface DifferenceGroup {
  value: ComparedValue;
  /** Indexes into the reports. */
  hosts: readonly number[];
}

export interface Difference {
  compared: Compared;
  /** At least two that are known, the biggest first; what was not read or judged comes last. */
  groups: readonly DifferenceGroup[];
  /** Whether the first group holds more than half of the hosts, so that the others stand out. */
  majority: boolean;
}

/** Everything that is not the same on all hosts: TLS 1.2 first, then the other protocols, rules, values, systems. */
export function compareReports(reports: readonly Report[]): Difference[] {
  if (reports.length < 2) return [];
  const protocols = compareProtocols(reports);
  return [
    ...protocols,
    ...compareRules(reports),
    ...compareValues(reports).filter((found) => !isTold(found, protocols)),
    ...difference({ kind: 'windows' }, reports.map(windowsValue)),
    ...difference({ kind: 'exchange' }, reports.map(exchangeValue)),
  ];
}

/** Nothing when all hosts that are known have the same. */
function difference(compared: Compared, values: readonly ComparedValue[]): Difference[] {
  const groups = new Map<string, { value: ComparedValue; hosts: number[] }>();
  values.forEach((value, host) => {
    const id = JSON.stringify(value);
    const group = groups.get(id);
    if (group) group.hosts.push(host);
    else groups.set(id, { value, hosts: [host] });
  });
  const known = [...groups.values()].filter(({ value }) => value.kind !== 'unknown');
  if (known.length < 2) return [];
  known.sort((a, b) => b.hosts.length - a.hosts.length);
  const unknown = [...groups.values()].filter(({ value }) => value.kind === 'unknown');
  const majority = (known[0]?.hosts.length ?? 0) * 2 > values.length;
  return [{ compared, groups: [...known, ...unknown], majority }];
}

function compareProtocols(reports: readonly Report[]): Difference[] {
  const important: readonly ProtocolName[] = ['TLS 1.2', 'TLS 1.3', 'TLS 1.1', 'TLS 1.0'];
  const ordered = [...important, ...protocolNames.filter((name) => !important.includes(name))];
  return ordered.flatMap((protocol) => {
    const [client, server] = (['client', 'server'] as const).map((role) =>
      difference(
        { kind: 'protocol', protocol, role },
        reports.map((report) => protocolValue(report, protocol, role)),
      ),
    );
    const [one] = client ?? [];
    const [other] = server ?? [];
    // Most settings are made for both roles at once.
    if (one && other && JSON.stringify(one.groups) === JSON.stringify(other.groups))
      return [{ ...one, compared: { kind: 'protocol', protocol, role: 'both' } as const }];
    return [one, other].filter((found) => found !== undefined);
  });
}

/** The values behind a state that differs would only say the same again. */
function isTold({ compared }: Difference, protocols: readonly Difference[]): boolean {
  if (compared.kind !== 'value') return false;
  const path = compared.path.toLowerCase();
  return protocols.some(({ compared: told }) => {
    if (told.kind !== 'protocol') return false;
    const key = `${protocolsPath}\\${told.protocol}\\`.toLowerCase();
    return told.role === 'both'
      ? path === `${key}client` || path === `${key}server`
      : path === key + told.role;
  });
}

function protocolValue(report: Report, protocol: ProtocolName, role: 'client' | 'server'): ComparedValue {
  const summary = report.protocols.find((line) => line.protocol === protocol)?.[role];
  if (!summary) return { kind: 'unknown' };
  return { kind: 'role', role: { stored: summary.stored, pending: summary.pending } };
}

function compareRules(reports: readonly Report[]): Difference[] {
  const worst = reports.map((report) => {
    const verdicts = new Map<string, Verdict>();
    for (const { rule, verdict } of report.findings) {
      const known = verdicts.get(rule);
      if (known === undefined || verdictOrder.indexOf(verdict) > verdictOrder.indexOf(known))
        verdicts.set(rule, verdict);
    }
    return verdicts;
  });
  const rules = new Set(worst.flatMap((verdicts) => [...verdicts.keys()]));
  return [...rules].flatMap((rule) =>
    difference(
      { kind: 'rule', rule },
      worst.map((verdicts) => {
        const verdict = verdicts.get(rule);
        return verdict === undefined || verdict === 'notChecked'
          ? { kind: 'unknown' }
          : { kind: 'verdict', verdict };
      }),
    ),
  );
}

/** Registry values of TLS as they are written, since a difference there can matter later though none does today. */
function compareValues(reports: readonly Report[]): Difference[] {
  return [
    ...compareKeys(reports, (report) => sectionData(report, 'schannel')?.protocols),
    ...compareKeys(reports, (report) => sectionData(report, 'dotnet')?.keys),
    ...compareKeys(reports, (report) => sectionData(report, 'winhttp')?.keys),
  ];
}

function compareKeys(
  reports: readonly Report[],
  keysOf: (report: Report) => readonly RegistryKey[] | undefined,
): Difference[] {
  const places = new Map<string, { path: string; name: string }>();
  const hosts = reports.map((report) => {
    const keys = keysOf(report);
    if (!keys) return undefined;
    const values = new Map<string, string>();
    for (const { path, values: all } of keys) {
      for (const { name, kind, data } of all) {
        // The release of .NET differs by Windows and is judged by its own rule.
        if (name === 'Release') continue;
        const id = `${path}\n${name}`.toLowerCase();
        if (!places.has(id)) places.set(id, { path, name });
        const text = Array.isArray(data) ? data.join(', ') : String(data);
        values.set(id, kind === 'REG_DWORD' ? text : `${text} (${kind})`);
      }
    }
    return values;
  });
  return [...places].flatMap(([id, place]) =>
    difference(
      { kind: 'value', ...place },
      hosts.map((values) => {
        if (!values) return { kind: 'unknown' };
        const text = values.get(id);
        return text === undefined ? { kind: 'absent' } : { kind: 'literal', text };
      }),
    ),
  );
}

function windowsValue(report: Report): ComparedValue {
  const os = sectionData(report, 'os');
  return os ? { kind: 'literal', text: os.productName } : { kind: 'unknown' };
}

function exchangeValue(report: Report): ComparedValue {
  const exchange = sectionData(report, 'exchange');
  if (!exchange) return { kind: 'unknown' };
  if (exchange.installation === 'none') return { kind: 'absent' };
  return exchange.build === null ? { kind: 'unknown' } : { kind: 'literal', text: exchange.build };
}
