// Puts the example host on another Windows, as far as its os section and what only newer systems can tell go.
import type { HostFacts } from '../src/facts/host-facts.ts';
import { type WindowsId, windowsVersion } from '../src/reference/windows.ts';
import { exampleFacts, withSection } from './example-facts.ts';

export function onWindows(id: WindowsId, facts: HostFacts = exampleFacts()): HostFacts {
  const { build, label } = windowsVersion(id);
  const moved = withSection('os', { build, productName: `${label} Standard` }, [], facts);
  if (build >= windowsVersion('2016').build) return moved;
  // Get-TlsCipherSuite and Get-TlsEccCurve came with 2016.
  const gaps = ['suites', 'curves'].map((what) => ({
    what,
    reason: 'notSupported' as const,
    code: 'commandNotFound',
  }));
  return withSection('ciphers', { suites: null, curves: null }, gaps, moved);
}
