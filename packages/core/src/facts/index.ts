// The facts' types and schemas, one file per section.
export * from './certificates.ts';
export * from './ciphers.ts';
export * from './connectors.ts';
export * from './dotnet.ts';
export * from './exchange.ts';
export * from './host-facts.ts';
export { type JsonError, locateJsonError } from './json-text.ts';
export * from './os.ts';
export * from './read-facts.ts';
export * from './registry.ts';
export * from './restart.ts';
export * from './schannel.ts';
export * from './section.ts';
export * from './senders.ts';
export * from './updates.ts';
export * from './winhttp.ts';
