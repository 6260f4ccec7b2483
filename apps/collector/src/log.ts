// The collector's log: one line of JSON an entry on standard error, for whatever keeps the logs of services here.
import winston, { type Logger } from 'winston';

export function openLog(level: string): Logger {
  return winston.createLogger({
    level,
    format: winston.format.combine(winston.format.timestamp(), winston.format.json()),
    transports: [
      // Standard output belongs to the answers of commands.
      new winston.transports.Console({
        stderrLevels: ['error', 'warn', 'info', 'http', 'verbose', 'debug', 'silly'],
      }),
    ],
  });
}
