// The `senders` section: what else on this host sends mail.
import * as v from 'valibot';

export const iisSmtpServerSchema = v.object({
  /** Metabase id, e.g. `1`. */
  id: v.string(),
  source: v.string(),
  smartHost: v.nullable(v.string()),
  /** TLS for all outbound connections: `AlwaysUseSsl`, or 4 in the flags of `RouteAction`. Null when not readable. */
  outboundTls: v.nullable(v.boolean()),
  /** TLS required of those who connect: 8 in `AccessSSLFlags`. */
  inboundTlsRequired: v.nullable(v.boolean()),
  remotePort: v.nullable(v.number()),
  logging: v.nullable(v.boolean()),
});
export type IisSmtpServer = v.InferOutput<typeof iisSmtpServerSchema>;

export const sendersFactsSchema = v.object({
  /** The SMTP service of IIS; null when it is not installed. */
  iisSmtp: v.nullable(
    v.object({
      /** Status of the service SMTPSVC, e.g. `Running`. */
      status: v.string(),
      servers: v.array(iisSmtpServerSchema),
      source: v.string(),
    }),
  ),
  /** Other mail software known by the names of its services. */
  other: v.array(
    v.object({ product: v.string(), service: v.string(), status: v.string(), source: v.string() }),
  ),
});
export type SendersFacts = v.InferOutput<typeof sendersFactsSchema>;
