// The `os` section: which Windows this is, since when it runs and where it belongs.
import * as v from 'valibot';

export const osFactsSchema = v.object({
  /** Caption as the registry holds it, e.g. `Windows Server 2016 Standard`; for display only. */
  productName: v.string(),
  /** `CurrentVersion`-style number: 6.0 (2008), 6.1 (2008 R2), 6.2 (2012), 6.3 (2012 R2), 10.0 (2016 and later). */
  version: v.string(),
  build: v.number(),
  /** UBR, the number behind the build; null on systems that have none. */
  revision: v.nullable(v.number()),
  servicePack: v.nullable(v.number()),
  productType: v.picklist(['workstation', 'domainController', 'server', 'unknown']),
  serverCore: v.nullable(v.boolean()),
  architecture: v.picklist(['x64', 'x86', 'arm64', 'unknown']),
  /** Language of the installed system as a tag, e.g. `de-DE`. */
  language: v.nullable(v.string()),
  hostName: v.string(),
  /** Primary DNS suffix: the name of the domain the host belongs to, or what it was given in a workgroup; null without one. */
  domain: v.nullable(v.string()),
  /** The host's own clock when the section was read (UTC), and its time zone's Windows id. */
  clock: v.object({ utc: v.string(), timeZone: v.nullable(v.string()) }),
  /** Last start of Windows (UTC); null with a gap `bootTime` when unknown. */
  bootTime: v.nullable(v.string()),
  /** Where each field came from: a registry path, a class or an API, by field name. */
  sources: v.record(v.string(), v.string()),
});
export type OsFacts = v.InferOutput<typeof osFactsSchema>;
