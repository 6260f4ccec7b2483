// Tells what an Exchange build number is, what is newer, and what that build can do with TLS.
import {
  type ExchangeBranch,
  type ExchangeProduct,
  type ExchangeRelease,
  exchangeBranches,
  exchangeBuildRank,
  rankPart as part,
} from './exchange-build-table.ts';

export type ExchangeBuild = {
  readonly product: ExchangeProduct;
  /** `Exchange Server 2016 CU23 Jun23SU`, as far as it is known. */
  readonly label: string;
  /** The build without leading zeros. */
  readonly build: string;
  /** `CU23`, `RTM`, for 2010 the service pack; null when no listed cumulative update has this build. */
  readonly cu: string | null;
  /** The newest listed update that this build contains; null for the bare cumulative update. */
  readonly update: string | null;
  /** Whether this very build is listed: an interim update is not, nor is one newer than the list. */
  readonly exact: boolean;
  /** Newer than all that is listed for its cumulative update, or for its product when that one is not listed. */
  readonly newerThanKnown: boolean;
  /** Listed updates for the same cumulative update that this build lacks, oldest first. */
  readonly newerInCu: readonly ExchangeRelease[];
  /** The product's newest listed release; null for 2007. */
  readonly latest: ExchangeRelease | null;
};

export type ExchangeLimits = {
  /** First build that speaks TLS 1.2 in all its parts; null when none does. */
  readonly tls12: string | null;
  /** First build that supports TLS 1.3, for all but SMTP, on Windows Server 2022 and later. */
  readonly tls13: string | null;
  /** Last day of support, `YYYY-MM-DD`. */
  readonly supportEnd: string;
  /** Last day of paid Extended Security Updates, where they are sold. */
  readonly esuEnd: string | null;
};

/**
 * Minima for TLS by product (Microsoft, Exchange Server TLS guidance part 1 and Exchange Server TLS configuration best
 * practices) and ends of support (Microsoft, lifecycle pages). The SMTP of 2010 is bound to TLS 1.0 before SP3 RU9
 * (KB3029667); Microsoft's minimum for TLS 1.2 as a whole is RU19.
 */
export const exchangeLimits: Readonly<Record<ExchangeProduct, ExchangeLimits>> = {
  '2007': { tls12: null, tls13: null, supportEnd: '2017-04-11', esuEnd: null },
  '2010': {
    tls12: '14.3.382.0',
    tls13: null,
    supportEnd: '2020-10-13',
    esuEnd: null,
  },
  '2013': {
    tls12: '15.0.1365.1',
    tls13: null,
    supportEnd: '2023-04-11',
    esuEnd: null,
  },
  '2016': {
    tls12: '15.1.1415.2',
    tls13: null,
    supportEnd: '2025-10-14',
    esuEnd: '2026-10-31',
  },
  '2019': {
    tls12: '15.2.221.12',
    tls13: '15.2.1748.10',
    supportEnd: '2025-10-14',
    esuEnd: '2026-10-31',
  },
  SE: {
    tls12: '15.2.2562.17',
    tls13: '15.2.2562.17',
    supportEnd: '2035-12-31',
    esuEnd: null,
  },
};

/** Negative when `a` is the older build, positive when it is the newer one, NaN when one is no build. */
export function compareExchangeBuilds(a: string, b: string): number {
  return exchangeBuildRank(a) - exchangeBuildRank(b);
}

/** Whether a build is at least the minimum; without a minimum none is. */
export function exchangeAtLeast(build: string, minimum: string | null): boolean {
  return minimum !== null && compareExchangeBuilds(build, minimum) >= 0;
}

const none: readonly ExchangeRelease[] = [];
const firstRankOfSe = exchangeBuildRank('15.2.2562.0');

function productOf(major: number, minor: number, rank: number): ExchangeProduct | undefined {
  if (major === 8) return '2007';
  if (major === 14) return '2010';
  if (major !== 15) return undefined;
  if (minor === 0) return '2013';
  if (minor === 1) return '2016';
  // Exchange Online is 15.20, which is none of ours.
  return minor === 2 ? (rank >= firstRankOfSe ? 'SE' : '2019') : undefined;
}

/**
 * Identifies an Exchange build, e.g. `15.1.2507.27`, the file version `15.01.2507.027` or
 * `Version 15.1 (Build 2507.6)`. A build newer than the list is told apart from an outdated one.
 *
 * @returns undefined when the text is no build of an Exchange Server.
 */
export function identifyExchangeBuild(text: string): ExchangeBuild | undefined {
  const rank = exchangeBuildRank(text);
  if (Number.isNaN(rank)) return undefined;
  const withoutLast = Math.floor(rank / part);
  const version = Math.floor(withoutLast / part);
  const major = Math.floor(version / part);
  const minor = version % part;
  const product = productOf(major, minor, rank);
  if (!product) return undefined;
  const build = `${major}.${minor}.${withoutLast % part}.${rank % part}`;
  const branches = exchangeBranches(product);
  // All updates of a service pack of 2010 share only its version; those of a later cumulative update its build too.
  const divisor = product === '2010' ? part * part : part;
  const prefix = Math.floor(rank / divisor);
  const branch = branches.find(({ ranks }) => Math.floor((ranks[0] ?? 0) / divisor) === prefix);
  const latest = branches.at(-1)?.releases.at(-1) ?? null;
  if (branch) return inBranch(branch, build, rank, latest);
  return {
    product,
    label: `Exchange Server ${product}`,
    build,
    cu: null,
    update: null,
    exact: false,
    newerThanKnown: latest !== null && rank > exchangeBuildRank(latest.build),
    newerInCu: none,
    latest,
  };
}

function inBranch(
  branch: ExchangeBranch,
  build: string,
  rank: number,
  latest: ExchangeRelease | null,
): ExchangeBuild {
  const { product, cu, releases, ranks } = branch;
  const contained = ranks.findLastIndex((listed) => listed <= rank);
  const release = releases[contained];
  const newerInCu = contained + 1 < releases.length ? releases.slice(contained + 1) : none;
  const exact = ranks[contained] === rank;
  const update = release?.update ?? null;
  return {
    product,
    label: `Exchange Server ${product} ${cu}${update === null ? '' : ` ${update}`}`,
    build,
    cu,
    update,
    exact,
    newerThanKnown: !exact && newerInCu.length === 0,
    newerInCu,
    latest,
  };
}
