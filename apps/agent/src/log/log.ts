// The program's log: a rotating file for later, and standard error for whoever asked for details now.
import { Writable } from 'node:stream';
import winston from 'winston';
import { RotatingFile } from './rotating-file.ts';

/** Plain facts of a line; never objects, so that nothing is logged by accident. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export const logLevels = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

/** What the rest of the program sees of the log. */
export interface Log {
  error(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  debug(message: string, fields?: LogFields): void;
}

export interface LogOptions {
  /** Null: no file. */
  folder: string | null;
  level: LogLevel;
  /** Receives every line down to `debug` as text, when the user asked for details. */
  onLine?: (line: string) => void;
  /** Told once when the file cannot be written. */
  onUnwritable: (folder: string, error: Error) => void;
}

export interface OpenLog extends Log {
  /** The file that is written, or null when there is none. */
  readonly file: string | null;
  /** Resolves when every line is on disk. */
  end(): Promise<void>;
}

const maxBytes = 5 * 1024 * 1024;
const keep = 5;

export function openLog({ folder, level, onLine, onUnwritable }: LogOptions): OpenLog {
  const logger = winston.createLogger({
    level: 'debug',
    exitOnError: false,
    format: winston.format.combine(withoutAddresses(), winston.format.timestamp(), winston.format.json()),
  });
  let file: string | null = null;
  if (folder !== null) {
    const transport = new RotatingFile({
      folder,
      name: 'mailflow-tls',
      maxBytes,
      keep,
      level,
      onUnwritable: (error) => {
        file = null;
        onUnwritable(folder, error);
      },
    });
    if (transport.open()) {
      file = transport.file;
      logger.add(transport);
    }
  }
  if (onLine) {
    logger.add(
      new winston.transports.Stream({
        level: 'debug',
        stream: lineStream(onLine),
        format: winston.format.printf(asText),
      }),
    );
  }
  // A logger without any transport complains on standard error.
  if (logger.transports.length === 0) logger.add(new winston.transports.Console({ silent: true }));
  const at =
    (wanted: LogLevel) =>
    (message: string, fields: LogFields = {}): void => {
      logger.log({ ...fields, level: wanted, message });
    };
  return {
    get file() {
      return file;
    },
    error: at('error'),
    warn: at('warn'),
    info: at('info'),
    debug: at('debug'),
    end: () =>
      new Promise((resolve) => {
        logger.once('finish', resolve);
        logger.end();
      }),
  };
}

/** Mailbox names stay on the host's own systems: of an address only the domain is logged. */
export function redactAddresses(text: string): string {
  return text.replace(/[^\s"'<>()[\]:;,\\@]{1,64}@(?=[\w-]+(?:\.[\w-]+)*)/g, '…@');
}

const withoutAddresses = winston.format((info) => {
  for (const [key, value] of Object.entries(info))
    if (typeof value === 'string') info[key] = redactAddresses(value);
  return info;
});

function asText(info: winston.Logform.TransformableInfo): string {
  const { level, message, timestamp: _, ...fields } = info;
  const details = Object.entries(fields).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return [`${level}:`, message, ...details].join(' ');
}

function lineStream(onLine: (line: string) => void): NodeJS.WritableStream {
  return new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      onLine(String(chunk).trimEnd());
      done();
    },
  });
}
