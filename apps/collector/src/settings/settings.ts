// The settings of a collector and their defaults.

export interface Settings {
  /** Folder of everything the collector keeps: embedded database, keys, certificate, log. */
  dataFolder: string;
  /** `sqlite` inside the data folder, or a PostgreSQL connection string. */
  database: { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string };
  listen: { host: string; port: number };
  /** `own`: a certificate made at first start. `given`: files, read again when they change. `none`: loopback or behind a declared proxy only. */
  tls: { kind: 'own' } | { kind: 'given'; certificate: string; key: string } | { kind: 'none' };
  /** Addresses of proxies whose forwarding headers are believed. */
  trustedProxies: readonly string[];
  /** How people and hosts reach this collector, e.g. `https://collector.corp.example:8443`. */
  publicUrl: string | null;
  /** Folder in which hosts leave reports, one folder a host; null without a share. */
  shareFolder: string | null;
  /** Days; reports one by one, then one line a day. */
  retention: { reportDays: number; rollupDays: number };
  /** Hours without a report after which a host counts as silent. */
  silentAfterHours: number;
  oidc: {
    issuer: string;
    clientId: string;
    clientSecretFile: string | null;
    /** Claim and its values by role. */
    roleClaim: string;
    roles: Readonly<Record<'viewer' | 'operator' | 'administrator', readonly string[]>>;
  } | null;
  mail: {
    host: string;
    port: number;
    from: string;
    user: string | null;
    passwordFile: string | null;
    tls: 'starttls' | 'implicit' | 'none';
  } | null;
}
