// What a test can say of Windows where Wine has nothing real to offer.

import type cipherSuite from '../../fakes/shapes/Get-TlsCipherSuite.json';
import type event from '../../fakes/shapes/Get-WinEvent.json';
import type eventLog from '../../fakes/shapes/Get-WinEvent-ListLog.json';
import type computerSystem from '../../fakes/shapes/Win32_ComputerSystem.json';
import type operatingSystem from '../../fakes/shapes/Win32_OperatingSystem.json';
import type { Properties } from './shape.ts';

/** `Win32_OperatingSystem`; `LastBootUpTime` and the other dates are ISO 8601. */
export type OperatingSystem = Properties<typeof operatingSystem>;
/** `Win32_ComputerSystem`; `DomainRole` 3 is a member server, 4 and 5 are domain controllers. */
export type ComputerSystem = Properties<typeof computerSystem>;
/** `Get-TlsCipherSuite`. */
export type CipherSuite = Properties<typeof cipherSuite>;
/** `Get-WinEvent -ListLog`. */
export type EventLog = Properties<typeof eventLog>;

/** `Get-HotFix` and `Win32_QuickFixEngineering`. */
export type HotFix = {
  readonly HotFixID: string;
  readonly Description?: 'Update' | 'Security Update' | 'Hotfix' | (string & {});
  /** In US order, such as 9/12/2016, whatever the language; Windows may also have nothing or rubbish here. */
  readonly InstalledOn?: string | null;
  readonly InstalledBy?: string;
};

/** `Get-WinEvent`. Defaults: an error 36871 of Schannel, now. */
export type WindowsEvent = Omit<Properties<typeof event>, 'Properties'> & {
  /** The insertion values in order, by name where the event names them. */
  readonly data?: readonly (string | number)[] | Readonly<Record<string, string | number>>;
};
