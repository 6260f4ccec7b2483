// What a wrapper tells about the attempt: which server, which address, when.
import type { ErrorId } from './catalog/index.ts';
import type { Scope } from './scope.ts';
import { readable } from './squeeze.ts';

export interface Layer {
  readonly id: ErrorId;
  /** The server that answered or was tried. */
  readonly host?: string;
  readonly ip?: string;
  readonly port?: number;
  /** When it was last tried, as written: the order of day and month is that of the server's culture. */
  readonly at?: string;
  /** `SmtpSecurity` of Exchange Online: what was demanded and what came of it. */
  readonly tls?: string;
  /** The `MSG` of a queue's braces. */
  readonly message?: string;
}

/** How much before, inside and behind a wrapper is read for its details. */
const reach = { before: 200, inside: 4000, behind: 300 };

const lastEndpoint = /last endpoint attempted was ([^\s'"}]+)/i;
const session = {
  host: /LastAttemptedServerName=([^\][]{1,300})\]|LastAttemptedServerName=([^\]\s]+)|Last attempted server name=([^}\]\s]+)/i,
  ip: /LastAttemptedIP=([^\][]{1,100})\]|LastAttemptedIP=([^\]\s]+)/i,
};

type Patterns = Readonly<Partial<Record<'host' | 'ip' | 'at' | 'tls' | 'message', RegExp>>>;

/** Which details which wrapper writes inside; all patterns are linear. */
const inside: Partial<Record<ErrorId, readonly Patterns[]>> = {
  'wrapped-queue-braces': [
    {
      host: /\bFQDN=([^{};]{1,300})\}|\bFQDN=([^};\s]+)/i,
      ip: /\bIP=([^{};]{1,100})\}|\bIP=([^}\s]+)/i,
      at: /\bLRT=([^}]+)/i,
      message: /\bMSG=([^}]+)/i,
    },
    session,
  ],
  'wrapped-exo-session': [{ ...session, tls: /SmtpSecurity=([^\]\s]+)/i }],
};

/** The address that was tried last and the target that Exchange Online used stand behind the content. */
const behind: Partial<Record<ErrorId, Patterns>> = {
  'wrapped-queue-braces': {
    host: /OutboundProxyTargetHostName: ?(\S+)/i,
    ip: /OutboundProxyTargetIP: ?(\S+)/i,
  },
  'wrapped-primary-target': { ip: lastEndpoint },
  'wrapped-communicating-primary-target': { ip: lastEndpoint },
};

/** What a wrapper says; read once. */
export function layerOf(scope: Scope, text: string): Layer {
  scope.layer ??= readLayer(scope, text);
  return scope.layer;
}

function readLayer(scope: Scope, text: string): Layer {
  const { id, groups, start } = scope.hit;
  const found: Record<string, string> = { ...groups };
  const patterns = inside[id];
  if (patterns) {
    const source = before(text, start) + oneLine(text, start, Math.min(scope.end, start + reach.inside));
    for (const set of patterns) take(set, source, found);
  }
  const later = behind[id];
  if (later) take(later, oneLine(text, scope.end, scope.end + reach.behind), found);
  return toLayer(id, found);
}

/** Exchange 2013 writes the time of the last retry before the error. */
function before(text: string, start: number): string {
  const from = Math.max(0, start - reach.before);
  const brace = text.slice(from, start + 1).lastIndexOf('[{');
  return brace < 0 ? '' : oneLine(text, from + brace, start);
}

function take(patterns: Patterns, source: string, found: Record<string, string>): void {
  for (const [name, pattern] of Object.entries(patterns)) {
    const match = found[name] === undefined ? pattern.exec(source) : null;
    const value = match?.slice(1).find((part) => part !== undefined);
    // A wrap may cut a name in two, and no name or address has a blank.
    if (value !== undefined) found[name] = spaced.has(name) ? value.trim() : value.replace(/\s+/g, '');
  }
}

const spaced: ReadonlySet<string> = new Set(['at', 'message']);

function oneLine(text: string, start: number, end: number): string {
  return readable(text, start, end);
}

function toLayer(id: ErrorId, found: Record<string, string>): Layer {
  const address = found.ip === undefined ? undefined : splitPort(found.ip);
  return {
    id,
    ...(found.host ? { host: found.host } : {}),
    ...(address?.ip ? { ip: address.ip } : {}),
    ...(address?.port === undefined ? {} : { port: address.port }),
    ...(found.at ? { at: found.at } : {}),
    ...(found.tls ? { tls: found.tls } : {}),
    ...(found.message ? { message: found.message } : {}),
  };
}

/** `192.0.2.1:25`, `[2001:db8::1]:25`, and what Exchange writes without brackets: the last part of IPv6 is the port. */
function splitPort(address: string): { ip: string; port?: number } {
  const bare = address.slice(0, 64).replace(/[\].,;']+$/, '');
  const match = /^\[?(.+?)\]?:(\d{1,5})$/.exec(bare);
  const [, ip = '', port = ''] = match ?? [];
  if (!match || (ip.includes(':') && ip.split(':').length < 4 && !bare.startsWith('['))) {
    return { ip: bare.replace(/^\[/, '') };
  }
  return { ip, port: Number(port) };
}
