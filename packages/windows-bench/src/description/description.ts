// The whole description of a host, and how it reaches the fakes.
import type { Behaviour, FakeCommand } from './behaviour.ts';
import { cipherSuite, DEFAULT_SUITES } from './cipher-suites.ts';
import type { ExchangeDescription } from './exchange.ts';
import type {
  CipherSuite,
  ComputerSystem,
  EventLog,
  HotFix,
  OperatingSystem,
  WindowsEvent,
} from './windows.ts';

/** A value of a CIM instance. Dates stay texts. */
export type CimValue = string | number | boolean | null | readonly CimValue[];

/** What the fakes of a host say. Everything has a default: a Windows Server 2016 without Exchange and without updates. */
export type HostDescription = {
  readonly operatingSystem?: OperatingSystem;
  readonly computerSystem?: ComputerSystem;
  readonly hotFixes?: readonly HotFix[];
  /** In order of preference. A name brings the properties that Windows has for it. */
  readonly cipherSuites?: readonly (string | CipherSuite)[];
  readonly eccCurves?: readonly string[];
  /** Windows before Server 2016 has neither `Get-TlsCipherSuite` nor `Get-TlsEccCurve`. */
  readonly tlsModule?: 'present' | 'absent';
  readonly events?: readonly WindowsEvent[];
  readonly eventLogs?: readonly EventLog[];
  /** Providers that are installed and have written nothing. Those of `events` are known without it. */
  readonly eventProviders?: readonly string[];
  /** More CIM classes: namespace (`root/cimv2`) to class to instances. Unknown ones fail as they do on Windows. */
  readonly cim?: Readonly<
    Record<string, Readonly<Record<string, readonly Readonly<Record<string, CimValue>>[]>>>
  >;
  /** Left out: no Exchange. `installExchange` fills in what an installation brings. */
  readonly exchange?: ExchangeDescription;
  readonly behaviours?: Readonly<Partial<Record<FakeCommand, Behaviour>>>;
};

/** The later description on top of the earlier one; Exchange is put together key by key, the rest is replaced. */
export function addTo(earlier: HostDescription, later: HostDescription): HostDescription {
  const exchange = { ...earlier.exchange, ...later.exchange };
  const both = { ...earlier, ...later };
  return earlier.exchange === undefined && later.exchange === undefined ? both : { ...both, exchange };
}

/** What the fakes read. */
export function toFakesJson(description: HostDescription): string {
  const suites = description.cipherSuites ?? DEFAULT_SUITES;
  return JSON.stringify({
    ...description,
    cipherSuites: suites.map((suite) => (typeof suite === 'string' ? cipherSuite(suite) : suite)),
  });
}
