// The `winhttp` section: the TLS versions WinHTTP offers and the machine's proxy.
import * as v from 'valibot';
import { registryKeySchema } from './registry.ts';

export const winhttpPaths = {
  native: 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp',
  wow: 'HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp',
  proxy: 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\Connections',
} as const;

export const winhttpFactsSchema = v.object({
  /** Those of `native` and `wow` that exist, with `DefaultSecureProtocols` when it is set. */
  keys: v.array(registryKeySchema),
  /** Decoded `WinHttpSettings`; null when no proxy was ever set. `server` null means direct access. */
  proxy: v.nullable(
    v.object({ source: v.string(), server: v.nullable(v.string()), bypass: v.nullable(v.string()) }),
  ),
});
export type WinhttpFacts = v.InferOutput<typeof winhttpFactsSchema>;
