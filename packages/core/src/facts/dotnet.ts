// The `dotnet` section: how .NET Framework chooses TLS versions, and which release is installed.
import * as v from 'valibot';
import { registryKeySchema } from './registry.ts';

export const dotnetPaths = {
  v4: 'HKLM\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319',
  v4Wow: 'HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework\\v4.0.30319',
  v2: 'HKLM\\SOFTWARE\\Microsoft\\.NETFramework\\v2.0.50727',
  v2Wow: 'HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework\\v2.0.50727',
  v4Release: 'HKLM\\SOFTWARE\\Microsoft\\NET Framework Setup\\NDP\\v4\\Full',
  v35Release: 'HKLM\\SOFTWARE\\Microsoft\\NET Framework Setup\\NDP\\v3.5',
} as const;

export const dotnetFactsSchema = v.object({
  /** Those of `dotnetPaths` that exist; of the release keys only `Release`, `Version`, `Install` and `SP`. */
  keys: v.array(registryKeySchema),
});
export type DotnetFacts = v.InferOutput<typeof dotnetFactsSchema>;
