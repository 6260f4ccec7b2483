// Judges whether WinHTTP offers TLS 1.2 on the two systems where a value has to tell it to.
import type { HostView } from '../../engine/host-view.ts';
import { defineRule } from '../../engine/rule.ts';
import { findKey, findValue, type RegistryValue } from '../../facts/registry.ts';
import { winhttpPaths } from '../../facts/winhttp.ts';
import { updateEvidence } from '../../reference/windows-updates.ts';
import type { Step } from '../../remediation/remedy.ts';
import { valueEvidence } from '../evidence.ts';
import { gapAt } from '../not-checked.ts';
import { exchangeTlsGuide } from '../references.ts';

const name = 'DefaultSecureProtocols';
const bits = [
  [0x8, 'SSL 2.0'],
  [0x20, 'SSL 3.0'],
  [0x80, 'TLS 1.0'],
  [0x200, 'TLS 1.1'],
  [0x800, 'TLS 1.2'],
  [0x2000, 'TLS 1.3'],
] as const;
const tls12 = 0x800;
/** TLS 1.0 to 1.2: nothing that works today stops working. */
const recommended = 0xa80;
const update = 'KB3140245';

export const defaultSecureProtocols = defineRule({
  id: 'winhttp/default-secure-protocols',
  affects: 'hygiene',
  needs: ['os', 'winhttp'],
  references: [
    'https://support.microsoft.com/topic/update-to-enable-tls-1-1-and-tls-1-2-as-default-secure-protocols-in-winhttp-in-windows-c4bd73d2-31d7-761e-0178-11268bb10392',
    exchangeTlsGuide,
  ],
  evaluate: ({ os, winhttp }, host) => {
    const { windows } = host;
    const id = windows?.id;
    if (id !== '2008R2' && id !== '2012') {
      const params = { windows: windows?.label ?? os.productName };
      return { verdict: 'notApplicable', message: id === '2008' ? 'noUpdate' : 'otherSystem', params };
    }
    const views: string[] = [winhttpPaths.native];
    if (os.architecture !== 'x86') views.push(winhttpPaths.wow);
    const found = views.map((path) => {
      const key = findKey(winhttp.keys, path);
      return { path, key, value: findValue(key, name) };
    });
    const because = gapAt(host, 'winhttp', ...views.map((path) => `${path}\\${name}`));
    if (because) return { verdict: 'notChecked', message: 'unreadable', because };
    const evidence = found.map(({ path, key }) => valueEvidence(key, path, name, '0xA80'));
    const wrong = found.filter(({ value }) => !offersTls12(value));
    if (wrong.length === 0) return judgeUpdate(id, evidence, host);
    const written = wrong.find(({ value }) => value);
    const mask = written?.value?.data;
    return {
      verdict: 'warn',
      message: written ? 'withoutTls12' : 'absent',
      params: {
        windows: windows?.label ?? '',
        protocols: typeof mask === 'number' ? decode(mask) : String(mask ?? ''),
      },
      evidence,
      remedy: {
        id: 'winhttp/default-secure-protocols#write',
        params: { update },
        steps: [
          { do: 'manual', step: 'update', params: { update } },
          ...wrong.map(({ path, value }): Step => {
            const kept = value?.kind === 'REG_DWORD' && typeof value.data === 'number' ? value.data : 0;
            return {
              do: 'setValue',
              path,
              name,
              kind: 'REG_DWORD',
              data: kept ? (kept | tls12) >>> 0 : recommended,
            };
          }),
          { do: 'restartWindows' },
        ],
      },
    };
  },
});

function offersTls12(value: RegistryValue | undefined): boolean {
  return value?.kind === 'REG_DWORD' && typeof value.data === 'number' && (value.data & tls12) !== 0;
}

/** The value does nothing before its update; a later rollup may hold that update without its name. */
function judgeUpdate(id: '2008R2' | '2012', evidence: ReturnType<typeof valueEvidence>[], host: HostView) {
  const updates = host.section('updates');
  const ids = updates?.hotfixes.map((hotfix) => hotfix.id) ?? [];
  if (updateEvidence(id, update, ids) !== 'unproven')
    return { verdict: 'pass', message: 'set', evidence } as const;
  return { verdict: 'info', message: 'setUpdateUnproven', params: { update }, evidence } as const;
}

/** The versions that a mask names, or the number when it names none. */
function decode(mask: number): string {
  const names = bits.filter(([bit]) => (mask & bit) !== 0).map(([, protocol]) => protocol);
  return names.length > 0 ? names.join(', ') : `0x${mask.toString(16).toUpperCase()}`;
}
