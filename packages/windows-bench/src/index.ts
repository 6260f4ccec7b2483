// The Windows bench: a Windows host in a folder for tests.
export { type BenchAvailability, benchAvailability, benchReady, type Use } from './availability.ts';
export { type Certificate, type CertificateOrder, makeCertificate } from './certificates/certificate.ts';
export type { CertificateStore, StoredCertificate, StoreOptions } from './certificates/store.ts';
export type { Behaviour, FakeCommand, FakeError } from './description/behaviour.ts';
export type { CimValue, HostDescription } from './description/description.ts';
export type {
  ExchangeCertificate,
  ExchangeDescription,
  ExchangeProduct,
  ExchangeRole,
  ExchangeServer,
  ReceiveConnector,
  SendConnector,
} from './description/exchange.ts';
export type {
  CipherSuite,
  ComputerSystem,
  EventLog,
  HotFix,
  OperatingSystem,
  WindowsEvent,
} from './description/windows.ts';
export type { ExchangeInstallation } from './exchange/install.ts';
export { DIGICERT_GLOBAL_ROOT_G2 } from './first-start.ts';
export { createHost, type HostOptions, type PowerShellScript, type WindowsHost } from './host.ts';
export type { Ask, NegotiatedVersion, Negotiation, Negotiations } from './negotiate.ts';
export { reportNotRun } from './not-run.ts';
export type { RegistryDescription, RegistryKey, RegistryValue } from './registry.ts';
export type { RunOptions, RunResult } from './run.ts';
export type { ServiceOrder } from './services.ts';
