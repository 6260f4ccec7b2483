// The `schannel` section: everything below the SCHANNEL key, known or not.
import * as v from 'valibot';
import { registryKeySchema } from './registry.ts';

/** `HKLM\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL` */
export const schannelPath = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL';
export const protocolsPath: string = `${schannelPath}\\Protocols`;

export const schannelFactsSchema = v.object({
  /** SCHANNEL itself (`EventLogging`, `AllowInsecureRenegoClients`, …); null when the key does not exist. */
  root: v.nullable(registryKeySchema),
  /** `Protocols` itself and every key below it, to any depth, known name or not, parents before children. */
  protocols: v.array(registryKeySchema),
  ciphers: v.array(registryKeySchema),
  hashes: v.array(registryKeySchema),
  keyExchangeAlgorithms: v.array(registryKeySchema),
});
export type SchannelFacts = v.InferOutput<typeof schannelFactsSchema>;
