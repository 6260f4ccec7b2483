// The Windows bench: a Windows host in a folder for tests.
export { type BenchAvailability, benchAvailability, benchReady, type Use } from './availability.ts';
export { createHost, type HostOptions, type PowerShellScript, type WindowsHost } from './host.ts';
export { reportNotRun } from './not-run.ts';
export type { RegistryDescription, RegistryKey, RegistryValue } from './registry.ts';
export type { RunOptions, RunResult } from './run.ts';
