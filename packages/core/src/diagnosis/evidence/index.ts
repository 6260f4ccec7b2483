// All kinds of evidence.
import { alert } from './alert.ts';
import { certificateNamed } from './certificate-named.ts';
import { connectionCut } from './connection-cut.ts';
import { handshakeFailed } from './handshake-failed.ts';
import { hostBuild } from './host-build.ts';
import { hostCertificates } from './host-certificates.ts';
import { hostCiphers } from './host-ciphers.ts';
import { hostConnectors } from './host-connectors.ts';
import { hostTls12 } from './host-tls12.ts';
import { notConnected } from './not-connected.ts';
import { outside, perhapsOutside } from './outside.ts';
import type { Finder } from './piece.ts';
import { refusalNamed } from './refusal-named.ts';
import {
  agreedNew,
  agreedOld,
  clearRetry,
  clearUnexplained,
  cutShort,
  neverNewer,
  startTlsMissing,
  startTlsNotTried,
} from './sessions.ts';
import { throttled } from './throttled.ts';
import { tlsDemanded } from './tls-demanded.ts';
import { versionRefused } from './version-refused.ts';
import { waited } from './waited.ts';
import { enforcement, onlineNotOffered } from './when.ts';

/** Texts: every error of the catalog belongs to exactly one of these. */
export const textFinders: readonly Finder[] = [
  versionRefused,
  alert,
  certificateNamed,
  handshakeFailed,
  connectionCut,
  notConnected,
  tlsDemanded,
  throttled,
  refusalNamed,
  waited,
];

export const finders: readonly Finder[] = [
  ...textFinders,
  clearRetry,
  startTlsMissing,
  startTlsNotTried,
  clearUnexplained,
  cutShort,
  agreedOld,
  agreedNew,
  neverNewer,
  outside,
  perhapsOutside,
  enforcement,
  onlineNotOffered,
  hostTls12,
  hostCiphers,
  hostCertificates,
  hostConnectors,
  hostBuild,
];
