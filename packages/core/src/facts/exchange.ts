// The `exchange` section: which Exchange is on this host, in which roles and how up to date.
import * as v from 'valibot';
import { registryKeySchema } from './registry.ts';

export const exchangeFactsSchema = v.object({
  /** `none`: no Setup key. `managementTools`: only the tools, no transport role. */
  installation: v.picklist(['none', 'managementTools', 'server']),
  roles: v.array(
    v.picklist(['mailbox', 'edge', 'clientAccess', 'hubTransport', 'frontendTransport', 'unifiedMessaging']),
  ),
  /** File version of ExSetup.exe, e.g. `15.1.2507.27`; null with a gap when the file could not be read. */
  build: v.nullable(v.string()),
  installPath: v.nullable(v.string()),
  /** `…\ExchangeServer\v15\Setup` or `v14` and its role keys, the values that tell version and roles. */
  setupKeys: v.array(registryKeySchema),
  /** `MSExchangeTransport` and its like. */
  services: v.array(v.object({ name: v.string(), status: v.string() })),
  /** Installed Exchange updates with their package name and date, from `Microsoft\Updates\Exchange …`. */
  updates: v.array(v.object({ name: v.string(), installedOn: v.nullable(v.string()), source: v.string() })),
  /** Where each field came from, by field name. */
  sources: v.record(v.string(), v.string()),
});
export type ExchangeFacts = v.InferOutput<typeof exchangeFactsSchema>;
