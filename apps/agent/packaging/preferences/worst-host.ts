// A made-up host of each Windows on which TLS 1.2 is off in every way, so that the rules say all that has to be written.
import { evaluate, type HostFacts, type Step } from '@mailflow-tls/core';

export interface WindowsBuild {
  label: string;
  build: number;
}

/** The Windows Servers that Exchange runs on and that know TLS 1.2 without a certain update. */
export const windowsBuilds: readonly WindowsBuild[] = [
  { label: 'Windows Server 2008 R2', build: 7601 },
  { label: 'Windows Server 2012', build: 9200 },
  { label: 'Windows Server 2012 R2', build: 9600 },
  { label: 'Windows Server 2016', build: 14393 },
  { label: 'Windows Server 2019', build: 17763 },
  { label: 'Windows Server 2022', build: 20348 },
  { label: 'Windows Server 2025', build: 26100 },
];

export type ValueStep = Extract<Step, { do: 'setValue' }>;

/** Those that decide whether mail with Office 365 can use TLS 1.2; none of their remedies switches anything off. */
const rules: readonly string[] = [
  'schannel/tls12-client-enabled',
  'schannel/tls12-server-enabled',
  'dotnet/v4-values',
  'winhttp/default-secure-protocols',
];

/** The values that the rules tell to write on such a host, in their order. */
export function remedyValues(windows: WindowsBuild): ValueStep[] {
  const { findings } = evaluate(worstHost(windows), { now: new Date(time), only: rules });
  return findings
    .flatMap(({ remedy }) => remedy?.steps ?? [])
    .filter((step): step is ValueStep => step.do === 'setValue');
}

const time = '2026-01-01T00:00:00.000Z';
const off = [
  { name: 'Enabled', kind: 'REG_DWORD', data: 0 },
  { name: 'DisabledByDefault', kind: 'REG_DWORD', data: 1 },
] as const;
const protocols = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols';

function worstHost({ label, build }: WindowsBuild): HostFacts {
  const unread = { status: 'unread', reason: 'skipped', code: 'madeUp' } as const;
  return {
    schemaVersion: 1,
    id: '00000000-0000-7000-8000-000000000000',
    gatheredAt: time,
    gatherer: { name: 'mailflow-tls-packaging', version: '0', powershell: null },
    host: { name: 'EX', domain: null },
    sections: {
      os: {
        status: 'read',
        gaps: [],
        data: {
          productName: label,
          version: build < 10_000 ? '6' : '10.0',
          build,
          revision: null,
          servicePack: 1,
          productType: 'server',
          serverCore: false,
          architecture: 'x64',
          language: 'en-US',
          hostName: 'EX',
          domain: null,
          clock: { utc: time, timeZone: null },
          bootTime: time,
          sources: {},
        },
      },
      schannel: {
        status: 'read',
        gaps: [],
        data: {
          root: null,
          protocols: ['Client', 'Server'].map((role) => ({
            path: `${protocols}\\TLS 1.2\\${role}`,
            lastWriteTime: '2025-01-01T00:00:00.000Z',
            values: [...off],
          })),
          ciphers: [],
          hashes: [],
          keyExchangeAlgorithms: [],
        },
      },
      dotnet: { status: 'read', gaps: [], data: { keys: [] } },
      winhttp: { status: 'read', gaps: [], data: { keys: [], proxy: null } },
      ciphers: unread,
      certificates: unread,
      exchange: unread,
      connectors: unread,
      senders: unread,
      updates: {
        status: 'read',
        gaps: [],
        data: { source: 'made up', hotfixes: [{ id: 'KB3140245', description: null, installedOn: null }] },
      },
      restart: unread,
      queues: unread,
      events: unread,
      mailLogs: unread,
    },
  };
}
