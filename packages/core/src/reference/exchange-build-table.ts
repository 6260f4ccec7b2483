// The list of Exchange Server builds, packed, and its unpacking.
import type { ReferenceData, Sources } from './reference-data.ts';

export const exchangeBuildsData: ReferenceData = { asOf: '2026-10-08' };

export const exchangeBuildsSources: Sources = [
  'Microsoft, Exchange Server build numbers and release dates',
  'microsoft/CSS-Exchange, Shared/Get-ExchangeBuildVersionInformation.ps1 (through Sep26SUv2)',
  'microsoft/Get-ExchangeBuildNumber, ExchangeBuildNumbers.csv',
  'Microsoft, Exchange Server lifecycle and Exchange Server TLS configuration best practices',
  'rafaelpfister.ch, September 2026 Exchange security updates (date and builds of the re-release)',
];

export type ExchangeProduct = '2007' | '2010' | '2013' | '2016' | '2019' | 'SE';

export type ExchangeRelease = {
  readonly product: ExchangeProduct;
  /** `RTM`, `CU23`; for 2010 the service pack. */
  readonly cu: string;
  /** `Jun23SU`, `Apr24HU`, `RU19`, or null for the cumulative update itself. */
  readonly update: string | null;
  readonly build: string;
};

/** Releases that install over one another: those of one cumulative update, or of one service pack of 2010. */
export type ExchangeBranch = {
  readonly product: ExchangeProduct;
  readonly cu: string;
  /** In order of build. */
  readonly releases: readonly ExchangeRelease[];
  /** `exchangeBuildRank` of each release. */
  readonly ranks: readonly number[];
};

/** Each of the four numbers of a build takes this much of its rank. */
export const rankPart = 10_000;

const digitZero = 48;
const digitNine = 57;

/**
 * One number for a build, larger for a newer one: `15.1.2507.27`, `15.01.2507.027` and
 * `Version 15.1 (Build 2507.27)` rank the same. NaN for a text that does not hold exactly four numbers. Scanned by
 * hand because it runs for every host and many times over.
 */
export function exchangeBuildRank(text: string): number {
  let rank = 0;
  let count = 0;
  let index = 0;
  while (index < text.length) {
    let number = 0;
    const start = index;
    for (; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code < digitZero || code > digitNine) break;
      number = number * 10 + code - digitZero;
    }
    if (index > start) {
      count++;
      if (number >= rankPart) return Number.NaN;
      rank = rank * rankPart + number;
    } else {
      index++;
    }
  }
  return count === 4 ? rank : Number.NaN;
}

/**
 * One branch a line: version, name, build of its first release, then its updates as `name=build`. A name without `SU`,
 * `HU` or `RU` is a security update. 2016 CU8 and CU9 have two builds for Mar21SU because the sources disagree.
 */
const packed: Readonly<Record<Exclude<ExchangeProduct, '2007'>, string>> = {
  '2010': `
14.0 RTM 639.21
14.1 SP1 218.15
14.2 SP2 247.5
14.3 SP3 123.4 RU1=146.0 RU2=158.1 RU3=169.1 RU4=174.1 RU5=181.6 RU6=195.1 RU7=210.2 RU8=224.1 RU8v2=224.2 RU9=235.1 RU10=248.2 RU11=266.2 RU12=279.2 RU13=294.0 RU14=301.0 RU15=319.2 RU16=336.0 RU17=352.0 RU18=361.1 RU19=382.0 RU20=389.1 RU21=399.2 RU22=411.0 RU23=417.1 RU24=419.0 RU25=435.0 RU26=442.0 RU27=452.0 RU28=461.1 RU29=468.0 RU30=496.0 RU31=509.0 RU32=513.0`,
  '2013': `
15.0 RTM 516.32
15.0 CU1 620.29
15.0 CU2 712.24
15.0 CU3 775.38
15.0 CU4 847.32 Mar21=64
15.0 CU5 913.22
15.0 CU6 995.29
15.0 CU7 1044.25
15.0 CU8 1076.9
15.0 CU9 1104.5
15.0 CU10 1130.7
15.0 CU11 1156.6
15.0 CU12 1178.4
15.0 CU13 1210.3
15.0 CU14 1236.3
15.0 CU15 1263.5
15.0 CU16 1293.2
15.0 CU17 1320.4
15.0 CU18 1347.2 Mar18=5
15.0 CU19 1365.1 Mar18=3 May18=7
15.0 CU20 1367.3 May18=6 Aug18=9
15.0 CU21 1395.4 Aug18=7 Oct18=8 Jan19=10 Mar21=12
15.0 CU22 1473.3 Apr19=4 Jun19=5 Mar21=6
15.0 CU23 1497.2 Jul19=3 Nov19=4 Feb20=6 Oct20=7 Nov20=8 Dec20=10 Mar21=12 Apr21=15 May21=18 Jul21=23 Oct21=24 Nov21=26 Jan22=28 Mar22=33 May22=36 Aug22=40 Oct22=42 Nov22=44 Jan23=45 Feb23=47 Mar23=48`,
  '2016': `
15.1 RTM 225.42
15.1 CU1 396.30
15.1 CU2 466.34
15.1 CU3 544.27
15.1 CU4 669.32
15.1 CU5 845.34
15.1 CU6 1034.26
15.1 CU7 1261.35 Mar18=39
15.1 CU8 1415.2 Mar18=4 May18=7 Mar21=8 Mar21=10
15.1 CU9 1466.3 May18=8 Aug18=9 Mar21=13 Mar21=16
15.1 CU10 1531.3 Aug18=6 Oct18=8 Jan19=10 Mar21=12
15.1 CU11 1591.10 Dec18=11 Jan19=13 Apr19=16 Jun19=17 Mar21=18
15.1 CU12 1713.5 Apr19=6 Jun19=7 Jul19=8 Sep19=9 Mar21=10
15.1 CU13 1779.2 Jul19=4 Sep19=5 Nov19=7 Mar21=8
15.1 CU14 1847.3 Nov19=5 Feb20=7 Mar20=10 Mar21=12
15.1 CU15 1913.5 Feb20=7 Mar20=10 Mar21=12
15.1 CU16 1979.3 Sep20=6 Mar21=8
15.1 CU17 2044.4 Sep20=6 Oct20=7 Nov20=8 Dec20=12 Mar21=13
15.1 CU18 2106.2 Oct20=3 Nov20=4 Dec20=6 Feb21=8 Mar21=13
15.1 CU19 2176.2 Feb21=4 Mar21=9 Apr21=12 May21=14
15.1 CU20 2242.4 Apr21=8 May21=10 Jul21=12
15.1 CU21 2308.8 Jul21=14 Oct21=15 Nov21=20 Jan22=21 Mar22=27
15.1 CU22 2375.7 Oct21=12 Nov21=17 Jan22=18 Mar22=24 May22=28 Aug22=31 Oct22=32 Nov22=37
15.1 CU23 2507.6 May22=9 Aug22=12 Oct22=13 Nov22=16 Jan23=17 Feb23=21 Mar23=23 Jun23=27 Aug23=31 Aug23SUv2=32 Oct23=34 Nov23=35 Mar24=37 Apr24HU=39 Nov24=43 Nov24SUv2=44 Apr25HU=55 May25HU=57 Aug25=58 Sep25HU=59 Oct25=61 Dec25=63 Feb26=66 Jun26=69 Jul26=71 Aug26=72 Sep26=73 Sep26SUv2=75`,
  '2019': `
15.2 RTM 221.12 Mar21=18
15.2 CU1 330.5 Apr19=7 Jun19=8 Jul19=9 Sep19=10 Mar21=11
15.2 CU2 397.3 Jul19=5 Sep19=6 Nov19=9 Mar21=11
15.2 CU3 464.5 Nov19=7 Feb20=11 Mar20=14 Mar21=15
15.2 CU4 529.5 Feb20=8 Mar20=11 Mar21=13
15.2 CU5 595.3 Sep20=6 Mar21=8
15.2 CU6 659.4 Sep20=6 Oct20=7 Nov20=8 Dec20=11 Mar21=12
15.2 CU7 721.2 Oct20=3 Nov20=4 Dec20=6 Feb21=8 Mar21=13
15.2 CU8 792.3 Feb21=5 Mar21=10 Apr21=13 May21=15
15.2 CU9 858.5 Apr21=10 May21=12 Jul21=15
15.2 CU10 922.7 Jul21=13 Oct21=14 Nov21=19 Jan22=20 Mar22=27
15.2 CU11 986.5 Oct21=9 Nov21=14 Jan22=15 Mar22=22 May22=26 Aug22=29 Oct22=30 Nov22=36 Jan23=37 Feb23=41 Mar23=42
15.2 CU12 1118.7 May22=9 Aug22=12 Oct22=15 Nov22=20 Jan23=21 Feb23=25 Mar23=26 Jun23=30 Aug23=36 Aug23SUv2=37 Oct23=39 Nov23=40
15.2 CU13 1258.12 Jun23=16 Aug23=23 Aug23SUv2=25 Oct23=27 Nov23=28 Mar24=32 Apr24HU=34 Nov24=38 Nov24SUv2=39
15.2 CU14 1544.4 Mar24=9 Apr24HU=11 Nov24=13 Nov24SUv2=14 Apr25HU=25 May25HU=27 Aug25=33 Sep25HU=34 Oct25=36 Dec25=37 Feb26=39 Jun26=41 Jul26=43 Aug26=44 Sep26=46 Sep26SUv2=48
15.2 CU15 1748.10 Apr25HU=24 May25HU=26 Aug25=36 Sep25HU=37 Oct25=39 Dec25=42 Feb26=43 Jun26=46 Jul26=48 Aug26=49 Sep26=51 Sep26SUv2=53`,
  SE: `
15.2 RTM 2562.17 Aug25=20 Sep25HU=27 Oct25=29 Dec25=35 Feb26=37 May26HU=41 Jun26=43 Jul26=45 Aug26=46 Sep26=49 Sep26SUv2=53`,
};

const namedInFull = /[SHR]U/;

function unpackLine(product: ExchangeProduct, line: string): ExchangeBranch {
  const [version = '', cu = '', first = '', ...updates] = line.split(' ');
  const release = (update: string | null, build: string): ExchangeRelease => ({
    product,
    cu,
    update,
    build: `${version}.${build}`,
  });
  const releases = [release(null, first)];
  for (const packedUpdate of updates) {
    const [name = '', build = ''] = packedUpdate.split('=');
    releases.push(
      release(
        namedInFull.test(name) ? name : `${name}SU`,
        build.includes('.') ? build : `${first.split('.')[0]}.${build}`,
      ),
    );
  }
  return { product, cu, releases, ranks: releases.map(({ build: text }) => exchangeBuildRank(text)) };
}

let unpacked: ReadonlyMap<ExchangeProduct, readonly ExchangeBranch[]> | undefined;

/** The branches of a product, oldest first; none of 2007, whose builds do not matter. Unpacked at first use. */
export function exchangeBranches(product: ExchangeProduct): readonly ExchangeBranch[] {
  unpacked ??= new Map(
    Object.entries(packed).map(([name, lines]) => {
      // Object.entries widens the keys of the record to string.
      const key = name as ExchangeProduct;
      return [
        key,
        lines
          .trim()
          .split('\n')
          .map((line) => unpackLine(key, line)),
      ];
    }),
  );
  return unpacked.get(product) ?? [];
}
