// Recognises Exchange Online by host and domain name in every cloud, and holds what it demands of those who send to it.
import { compareExchangeBuilds, type ExchangeBuild } from './exchange-builds.ts';
import type { ReferenceData, Sources } from './reference-data.ts';

export const exchangeOnlineData: ReferenceData = { asOf: '2026-10-08' };

export const exchangeOnlineSources: Sources = [
  'Microsoft, Office 365 URLs and IP address ranges: Worldwide, U.S. Government GCC High, U.S. Government DoD, China',
  'Microsoft, Technical reference details about encryption (TLS cipher suites supported by Office 365)',
  'Microsoft, Opt in to the Exchange Online endpoint for legacy TLS clients using SMTP AUTH',
  'Microsoft, How SMTP DNS-based Authentication of Named Entities (DANE) secures email communications',
  'Microsoft, High Volume Email for Microsoft 365',
  'Microsoft, message center posts MC229914 (end of TLS 1.0 and 1.1)',
  'Microsoft, Exchange 2016/2019: Throttling and Blocking up to the Final Public Update Baseline (2026-09-02)',
  'Microsoft, Throttling and Blocking Email from Persistently Vulnerable Exchange Servers to Exchange Online',
  'microsoft/CSS-Exchange, HealthChecker: service domains of Send connectors',
];

/** `usGovernment`: GCC High and DoD, which share their mail hosts. GCC itself is part of `worldwide`. */
export type Cloud = 'worldwide' | 'usGovernment' | 'china';

export type ExchangeOnlineKind = 'mx' | 'submission' | 'routingDomain' | 'legacySubmission';

export type ExchangeOnlineHost = {
  readonly cloud: Cloud;
  /** `legacySubmission`: the opt-in host that still takes TLS 1.0 and 1.1 from authenticated clients. */
  readonly kind: ExchangeOnlineKind;
  /** Values of a Send connector's `TlsDomain` that fit; two where the name does not tell the cloud for certain. */
  readonly tlsDomains: readonly string[];
};

/** The domain whose certificate a cloud's mail hosts present, for `TlsDomain` of a Send connector. */
export const tlsDomainOf: Readonly<Record<Cloud, string>> = {
  worldwide: 'mail.protection.outlook.com',
  usGovernment: 'mail.protection.office365.us',
  china: 'mail.protection.partner.outlook.cn',
};

const host = (cloud: Cloud, kind: ExchangeOnlineKind, alsoFits?: Cloud): ExchangeOnlineHost => ({
  cloud,
  kind,
  tlsDomains: alsoFits ? [tlsDomainOf[cloud], tlsDomainOf[alsoFits]] : [tlsDomainOf[cloud]],
});

/** These names and every name below them. */
const suffixes: ReadonlyMap<string, ExchangeOnlineHost> = new Map([
  ['mail.protection.outlook.com', host('worldwide', 'mx')],
  // A form of MX that Microsoft calls legacy and that is still in use.
  ['mail.eo.outlook.com', host('worldwide', 'mx')],
  // DNSSEC-enabled domains: `contoso-com.j-v1.mx.microsoft` and the like.
  ['mx.microsoft', host('worldwide', 'mx')],
  ['mail.protection.office365.us', host('usGovernment', 'mx')],
  ['usgovcloud-mx.microsoft', host('usGovernment', 'mx')],
  ['mail.protection.partner.outlook.cn', host('china', 'mx')],
  // Tenants of the government clouds have `onmicrosoft.com` names as well.
  ['onmicrosoft.com', host('worldwide', 'routingDomain', 'usGovernment')],
  ['onmicrosoft.us', host('usGovernment', 'routingDomain')],
  ['onmschina.cn', host('china', 'routingDomain')],
]);

/** Only these names. Suffixes come second, for `smtp.hve.mx.microsoft` is no MX. */
const exactNames: ReadonlyMap<string, ExchangeOnlineHost> = new Map([
  ['smtp.office365.com', host('worldwide', 'submission')],
  ['outlook.office365.com', host('worldwide', 'submission')],
  ['smtp.hve.mx.microsoft', host('worldwide', 'submission')],
  ['smtp-hve.office365.com', host('worldwide', 'submission')],
  ['smtp-legacy.office365.com', host('worldwide', 'legacySubmission')],
  ['smtp.office365.us', host('usGovernment', 'submission')],
  ['outlook.office365.us', host('usGovernment', 'submission')],
  ['outlook-dod.office365.us', host('usGovernment', 'submission')],
  ['smtp.partner.outlook.cn', host('china', 'submission')],
  ['partner.outlook.cn', host('china', 'submission')],
  ['smtp-legacy.partner.outlook.cn', host('china', 'legacySubmission')],
]);

/** Recognises a host of Exchange Online, in any case and with or without a final dot; null for any other. */
export function exchangeOnlineHost(name: string): ExchangeOnlineHost | null {
  let rest = name.trim().toLowerCase();
  if (rest.endsWith('.')) rest = rest.slice(0, -1);
  const exact = exactNames.get(rest);
  if (exact) return exact;
  for (;;) {
    const found = suffixes.get(rest);
    if (found) return found;
    const dot = rest.indexOf('.');
    if (dot < 0) return null;
    rest = rest.slice(dot + 1);
  }
}

/**
 * TLS 1.2 cipher suites that Exchange Online takes, strongest first. All are for RSA certificates; the last two have
 * no forward secrecy. TLS 1.3 is not documented for its SMTP, so nothing may depend on it.
 */
export const exchangeOnlineSuites: readonly string[] = [
  'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
  'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
  'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384',
  'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256',
  'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA',
  'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA',
  'TLS_RSA_WITH_AES_256_GCM_SHA384',
  'TLS_RSA_WITH_AES_128_GCM_SHA256',
];

/** The day (`YYYY-MM-DD`) from which Exchange Online gradually refused TLS 1.0 and 1.1, in both directions (MC229914). */
export const oldTlsRefusedSince = '2021-01-11';

/**
 * The builds below which Exchange Online throttles (`450 4.7.230`) and then blocks (`550 5.7.230`) mail that arrives
 * through an inbound connector of type OnPremises: the last public updates, of October 2025. Microsoft has announced a
 * higher baseline for the months after. Without an entry: 2013 and older are below any, SE is above.
 */
export const exchangeOnlineBaseline = {
  since: '2026-09-08',
  builds: { '2016': '15.1.2507.61', '2019': '15.2.1748.39' },
} as const;

/** The last public update of 2019 CU14, as old as the baseline, which names CU15 only. */
const lastPublicOfCu14 = '15.2.1544.36';

/**
 * Whether a build is recent enough to hand hybrid mail to Exchange Online.
 *
 * @returns `unclear` for 2019 CU14 with the update of October 2025 or later: Microsoft names CU15 as the minimum.
 */
export function exchangeOnlineBaselineState(
  found: Pick<ExchangeBuild, 'product' | 'build' | 'cu'>,
): 'met' | 'below' | 'unclear' {
  const { product, build, cu } = found;
  if (product === 'SE') return 'met';
  if (product !== '2016' && product !== '2019') return 'below';
  if (compareExchangeBuilds(build, exchangeOnlineBaseline.builds[product]) >= 0) return 'met';
  const isLateCu14 =
    product === '2019' && cu === 'CU14' && compareExchangeBuilds(build, lastPublicOfCu14) >= 0;
  return isLateCu14 ? 'unclear' : 'below';
}
