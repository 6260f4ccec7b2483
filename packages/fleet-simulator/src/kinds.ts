// The kinds of hosts of which a fleet consists: Windows, Exchange and how somebody has set TLS on them.
import type { HostFacts, SectionData } from '@mailflow-tls/core';
import {
  exampleFacts,
  protocolKeys,
  type RawValue,
  registryKey,
  withSection,
} from '../../core/test/example-facts.ts';
import type { Random } from './random.ts';

type Os = SectionData<'os'>;
type Exchange = SectionData<'exchange'>;

const windows = {
  '2012 R2': {
    productName: 'Windows Server 2012 R2 Standard',
    version: '6.3',
    build: 9600,
    revision: 22_200,
  },
  '2016': { productName: 'Windows Server 2016 Standard', version: '10.0', build: 14_393, revision: 8519 },
  '2019': { productName: 'Windows Server 2019 Standard', version: '10.0', build: 17_763, revision: 7922 },
  '2022': { productName: 'Windows Server 2022 Standard', version: '10.0', build: 20_348, revision: 4294 },
  '2025': { productName: 'Windows Server 2025 Standard', version: '10.0', build: 26_100, revision: 6899 },
} as const satisfies Record<string, Partial<Os>>;

interface Product {
  windows: keyof typeof windows;
  exchange: Partial<Exchange>;
}

const products = {
  exchangeSe: { windows: '2025', exchange: {} },
  exchange2019: { windows: '2022', exchange: { build: '15.2.1748.39' } },
  exchange2019Old: { windows: '2019', exchange: { build: '15.2.1258.12' } },
  exchange2016: { windows: '2016', exchange: { build: '15.1.2507.58' } },
  exchange2016Old: { windows: '2012 R2', exchange: { build: '15.1.1531.3' } },
  exchange2013: { windows: '2012 R2', exchange: { build: '15.0.1497.48' } },
  noExchange: {
    windows: '2019',
    exchange: {
      installation: 'none',
      roles: [],
      build: null,
      installPath: null,
      setupKeys: [],
      services: [],
    },
  },
} as const satisfies Record<string, Product>;
type ProductName = keyof typeof products;

const share: Readonly<Record<ProductName, number>> = {
  exchangeSe: 22,
  exchange2019: 30,
  exchange2019Old: 14,
  exchange2016: 16,
  exchange2016Old: 4,
  exchange2013: 4,
  noExchange: 10,
};

const on = { Enabled: 1, DisabledByDefault: 0 };
const off = { Enabled: 0, DisabledByDefault: 1 };

/** How TLS is set: values below `Protocols`. */
export const protocolSettings = {
  recommended: {
    'TLS 1.0\\Client': off,
    'TLS 1.0\\Server': off,
    'TLS 1.1\\Client': off,
    'TLS 1.1\\Server': off,
    'TLS 1.2\\Client': on,
    'TLS 1.2\\Server': on,
  },
  oldOnesOn: { 'TLS 1.2\\Client': on, 'TLS 1.2\\Server': on },
  untouched: {},
  clientOff: { 'TLS 1.2\\Client': off, 'TLS 1.2\\Server': on },
  allOff: { 'TLS 1.2\\Client': off, 'TLS 1.2\\Server': off },
  halfSet: { 'TLS 1.2\\Client': { Enabled: 1 }, 'TLS 1.2\\Server': on },
  misprinted: { 'TLS1.2\\Client': on, 'TLS1.2\\Server': on, 'TLS 1.2\\Client': off },
} as const satisfies Record<string, Readonly<Record<string, Readonly<Record<string, RawValue>>>>>;
export type ProtocolSetting = keyof typeof protocolSettings;

const settingShare: Readonly<Record<ProtocolSetting, number>> = {
  recommended: 55,
  oldOnesOn: 18,
  untouched: 14,
  clientOff: 5,
  allOff: 2,
  halfSet: 4,
  misprinted: 2,
};

export interface Names {
  name: string;
  domain: string;
}

/** A host of some kind as it was before anything happened to it. */
export function makeFacts({ name, domain }: Names, start: Date, random: Random): HostFacts {
  const product: Product = products[random.weighted(share)];
  const bootTime = new Date(start.getTime() - random.between(1, 60) * 24 * 3_600_000).toISOString();
  let facts = exampleFacts();
  facts = { ...facts, gatheredAt: start.toISOString(), host: { name, domain } };
  facts = withSection('os', { ...windows[product.windows], hostName: name, domain, bootTime }, [], facts);
  facts = withSection('exchange', product.exchange, [], facts);
  if (product.exchange.installation === 'none') facts = withoutExchange(facts);
  else facts = rename(facts, name, domain);
  const setting = random.weighted(settingShare);
  facts = withProtocolSetting(facts, setting, new Date(Date.parse(bootTime) - 3_600_000));
  if (random.chance(0.08)) facts = withoutStrongCrypto(facts);
  return facts;
}

/** The values as written at a time; whether they are in force depends on the last start of Windows. */
export function withProtocolSetting(facts: HostFacts, setting: ProtocolSetting, written: Date): HostFacts {
  const protocols = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols';
  return withSection(
    'schannel',
    {
      protocols: [
        registryKey(protocols, {}),
        ...protocolKeys(protocolSettings[setting], written.toISOString()),
      ],
    },
    [],
    facts,
  );
}

function withoutExchange(facts: HostFacts): HostFacts {
  const gone = { status: 'unread', reason: 'notPresent', code: 'noExchange' } as const;
  return {
    ...facts,
    sections: { ...facts.sections, connectors: gone, queues: gone, mailLogs: gone },
  };
}

function withoutStrongCrypto(facts: HostFacts): HostFacts {
  const { dotnet } = facts.sections;
  if (dotnet.status === 'unread') return facts;
  const keys = dotnet.data.keys.map((key) => ({
    ...key,
    values: key.values.filter(
      ({ name }) => name !== 'SystemDefaultTlsVersions' && name !== 'SchUseStrongCrypto',
    ),
  }));
  return withSection('dotnet', { keys }, [], facts);
}

/** The example's own names stand in connectors and certificates; each host gets its own. */
function rename(facts: HostFacts, name: string, domain: string): HostFacts {
  const text = JSON.stringify(facts.sections).replaceAll('EX01', name).replaceAll('contoso.com', domain);
  return { ...facts, sections: JSON.parse(text) };
}
