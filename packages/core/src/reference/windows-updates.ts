// Names the updates that old Windows Servers need for TLS 1.2, and weighs what a list of installed updates proves.
import type { ReferenceData, Sources } from './reference-data.ts';
import type { WindowsId } from './windows.ts';

export const windowsUpdatesData: ReferenceData = { asOf: '2026-04-13', settled: true };

export const windowsUpdatesSources: Sources = [
  'Microsoft, Exchange Server TLS configuration best practices; Exchange Server TLS guidance, part 1',
  'Microsoft, KB4019276: Update to add support for TLS 1.1 and TLS 1.2 in Windows Server 2008 SP2',
  'Microsoft, KB3140245: TLS 1.1 and TLS 1.2 as default secure protocols in WinHTTP in Windows',
  'Microsoft, KB2973337: SHA512 is disabled in Windows when you use TLS 1.2',
  'Microsoft, Transport Layer Security best practices with .NET Framework (KB3154517 to KB3154520)',
  'Microsoft, Simplified servicing for Windows 7 and Windows 8.1: the latest improvements',
  'Microsoft, [MS-TLSP] Transport Layer Security Profile, product behavior',
];

/**
 * `schannel`: TLS 1.1 and 1.2 at all. `winHttp`: programs that use WinHTTP, so hybrid HTTP but not SMTP. `sha512`:
 * certificates signed with SHA-512. `dotnet35`: programs on .NET 2.0 to 3.5, so Exchange 2010.
 */
export type UpdatePurpose = 'schannel' | 'winHttp' | 'sha512' | 'dotnet35';

export type NeededUpdate = { readonly kb: string; readonly purpose: UpdatePurpose };

type Servicing = {
  readonly needs: readonly NeededUpdate[];
  /**
   * Number of the first monthly rollup. From it on updates replace one another and single ones vanish from the list
   * of installed ones: 2016-10 (KB3185330 to KB3185332), and 2018-09 (KB4458010) for 2008 SP2.
   */
  readonly firstRollup: number;
};

const update = (kb: string, purpose: UpdatePurpose): NeededUpdate => ({ kb: `KB${kb}`, purpose });

const winHttpFlag = update('3140245', 'winHttp');
const winHttpFix = update('3161949', 'winHttp');
const sha512 = update('2973337', 'sha512');

/** 2016 and later bring everything with them, and all of their updates are cumulative. */
const servicing: Partial<Record<WindowsId, Servicing>> = {
  '2008': {
    needs: [update('4019276', 'schannel'), update('3154517', 'dotnet35')],
    firstRollup: 4458010,
  },
  '2008R2': {
    needs: [winHttpFlag, winHttpFix, sha512, update('3154518', 'dotnet35')],
    firstRollup: 3185330,
  },
  '2012': {
    needs: [winHttpFlag, winHttpFix, sha512, update('3154519', 'dotnet35')],
    firstRollup: 3185332,
  },
  '2012R2': {
    needs: [winHttpFix, sha512, update('3154520', 'dotnet35')],
    firstRollup: 3185331,
  },
};

/** The updates that a Windows needs; none from 2016 on. */
export function neededUpdates(windows: WindowsId): readonly NeededUpdate[] {
  return servicing[windows]?.needs ?? [];
}

/**
 * `installed`: the update itself is listed. `probablyCovered`: it is not, but a later update is, which as a rule is a
 * rollup with newer files of the same kind; updates of the kind "security only" bring nothing older along.
 * `unproven`: neither. None of them proves that the update is missing.
 */
export type UpdateEvidence = 'installed' | 'probablyCovered' | 'unproven';

const kbNumber = /^KB(\d+)$/i;

/** What the ids of installed updates (`KB…`, others are passed over) prove about a needed one. */
export function updateEvidence(
  windows: WindowsId,
  kb: string,
  installedIds: readonly string[],
): UpdateEvidence {
  const wanted = Number(kbNumber.exec(kb)?.[1]);
  const firstRollup = servicing[windows]?.firstRollup ?? Number.POSITIVE_INFINITY;
  let evidence: UpdateEvidence = 'unproven';
  for (const id of installedIds) {
    const number = Number(kbNumber.exec(id)?.[1]);
    if (number === wanted) return 'installed';
    if (number >= firstRollup) evidence = 'probablyCovered';
  }
  return evidence;
}
