// Where Exchange keeps its transport logs: by its own settings, else in the folders in which it keeps them by default.
import { win32 } from 'node:path';
import type { HostFacts, TransportService } from '@mailflow-tls/core';
import type { LogKind } from '../evidence/log-reader.ts';

export interface LogFolder {
  readonly path: string;
  readonly kind: LogKind;
  readonly foundBy: 'settings' | 'default';
}

/**
 * The default folders below `TransportRoles\Logs`. Exchange 2010 has no folder for each service. Microsoft, "Protocol
 * logging", "Connectivity logging" and "Message tracking".
 */
const defaults: readonly (readonly [LogKind, string])[] = [
  ...['Hub\\', 'FrontEnd\\', 'Mailbox\\', 'Edge\\', ''].flatMap((service): (readonly [LogKind, string])[] => [
    ['smtpSendLog', `${service}ProtocolLog\\SmtpSend`],
    ['smtpReceiveLog', `${service}ProtocolLog\\SmtpReceive`],
    ['connectivityLog', `${service}Connectivity`],
  ]),
  ...['Delivery', 'Submission'].flatMap((service): (readonly [LogKind, string])[] => [
    ['smtpSendLog', `Mailbox\\ProtocolLog\\SmtpSend\\${service}`],
    ['smtpReceiveLog', `Mailbox\\ProtocolLog\\SmtpReceive\\${service}`],
    ['connectivityLog', `Mailbox\\Connectivity\\${service}`],
  ]),
  ['trackingLog', 'MessageTracking'],
];

/** Folders that may not exist, each once. `installPath` is for hosts whose `exchange` section could not be read. */
export function logFolders(
  sections: Pick<HostFacts['sections'], 'exchange' | 'connectors'>,
  installPath: string | null = null,
): LogFolder[] {
  const { exchange, connectors } = sections;
  const folders: LogFolder[] = [];
  const add = (kind: LogKind, path: string | null, foundBy: LogFolder['foundBy']): void => {
    // What the settings name belongs to this host only when it is a folder of it.
    if (path === null || !/^[a-z]:\\/i.test(path)) return;
    const isKnown = folders.some((one) => one.kind === kind && one.path.toLowerCase() === path.toLowerCase());
    if (!isKnown) folders.push({ kind, path, foundBy });
  };
  if (connectors.status === 'read')
    for (const service of connectors.data.transport) addSettings(service, add);
  const root = exchange.status === 'read' ? exchange.data.installPath : installPath;
  if (root !== null) {
    for (const [kind, folder] of defaults)
      add(kind, win32.join(root, 'TransportRoles', 'Logs', folder), 'default');
  }
  return folders;
}

function addSettings(
  service: TransportService,
  add: (kind: LogKind, path: string | null, foundBy: 'settings') => void,
): void {
  add('smtpSendLog', service.sendProtocolLogPath, 'settings');
  add('smtpReceiveLog', service.receiveProtocolLogPath, 'settings');
  add('connectivityLog', service.connectivityLogPath, 'settings');
  add('trackingLog', service.messageTrackingLogPath, 'settings');
}
