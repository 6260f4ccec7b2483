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
  /** `YYYY-MM-DD`. Where no source dates a security update, Patch Tuesday of the month that it is named after. */
  readonly releaseDate: string;
  /** Released after the end of support, for those who paid for Extended Security Updates. */
  readonly needsEsu: boolean;
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
 * One branch a line: version, name, build of its first release, its date, then its updates as `name=build`. A date
 * other than the Patch Tuesday of the name's month follows the name after `@`, as a day or in full. A name without
 * `SU`, `HU` or `RU` is a security update. 2016 CU8 and CU9 have two builds for Mar21SU because the sources disagree.
 */
const packed: Readonly<Record<Exclude<ExchangeProduct, '2007'>, string>> = {
  '2010': `
14.0 RTM 639.21 2009-11-09
14.1 SP1 218.15 2010-08-23
14.2 SP2 247.5 2011-12-04
14.3 SP3 123.4 2013-02-12 RU1@2013-05-29=146.0 RU2@2013-08-08=158.1 RU3@2013-11-25=169.1 RU4@2013-12-09=174.1 RU5@2014-02-24=181.6 RU6@2014-05-27=195.1 RU7@2014-08-26=210.2 RU8@2014-12-09=224.1 RU8v2@2014-12-12=224.2 RU9@2015-03-17=235.1 RU10@2015-06-17=248.2 RU11@2015-09-15=266.2 RU12@2015-12-15=279.2 RU13@2016-03-15=294.0 RU14@2016-06-21=301.0 RU15@2016-09-20=319.2 RU16@2016-12-13=336.0 RU17@2017-03-21=352.0 RU18@2017-07-11=361.1 RU19@2017-12-19=382.0 RU20@2018-03-05=389.1 RU21@2018-05-07=399.2 RU22@2018-06-19=411.0 RU23@2018-08-13=417.1 RU24@2018-09-05=419.0 RU25@2019-01-08=435.0 RU26@2019-02-12=442.0 RU27@2019-04-09=452.0 RU28@2019-06-07=461.1 RU29@2019-07-09=468.0 RU30@2020-02-11=496.0 RU31@2020-12-01=509.0 RU32@2021-03-02=513.0`,
  '2013': `
15.0 RTM 516.32 2012-12-03
15.0 CU1 620.29 2013-04-02
15.0 CU2 712.24 2013-07-09
15.0 CU3 775.38 2013-11-25
15.0 CU4 847.32 2014-02-25 Mar21@2=64
15.0 CU5 913.22 2014-05-27
15.0 CU6 995.29 2014-08-26
15.0 CU7 1044.25 2014-12-09
15.0 CU8 1076.9 2015-03-17
15.0 CU9 1104.5 2015-06-17
15.0 CU10 1130.7 2015-09-15
15.0 CU11 1156.6 2015-12-15
15.0 CU12 1178.4 2016-03-15
15.0 CU13 1210.3 2016-06-21
15.0 CU14 1236.3 2016-09-20
15.0 CU15 1263.5 2016-12-13
15.0 CU16 1293.2 2017-03-21
15.0 CU17 1320.4 2017-06-27
15.0 CU18 1347.2 2017-09-19 Mar18=5
15.0 CU19 1365.1 2017-12-19 Mar18=3 May18=7
15.0 CU20 1367.3 2018-03-20 May18=6 Aug18=9
15.0 CU21 1395.4 2018-06-19 Aug18=7 Oct18=8 Jan19=10 Mar21@2=12
15.0 CU22 1473.3 2019-02-12 Apr19=4 Jun19=5 Mar21@2=6
15.0 CU23 1497.2 2019-06-18 Jul19=3 Nov19=4 Feb20=6 Oct20=7 Nov20=8 Dec20=10 Mar21@2=12 Apr21=15 May21=18 Jul21=23 Oct21=24 Nov21=26 Jan22=28 Mar22=33 May22=36 Aug22=40 Oct22=42 Nov22=44 Jan23=45 Feb23=47 Mar23=48`,
  '2016': `
15.1 RTM 225.42 2015-10-01
15.1 CU1 396.30 2016-03-15
15.1 CU2 466.34 2016-06-21
15.1 CU3 544.27 2016-09-20
15.1 CU4 669.32 2016-12-13
15.1 CU5 845.34 2017-03-21
15.1 CU6 1034.26 2017-06-27
15.1 CU7 1261.35 2017-09-19 Mar18=39
15.1 CU8 1415.2 2017-12-19 Mar18=4 May18=7 Mar21@2=8 Mar21@2=10
15.1 CU9 1466.3 2018-03-20 May18=8 Aug18=9 Mar21@2=13 Mar21@2=16
15.1 CU10 1531.3 2018-06-19 Aug18=6 Oct18=8 Jan19=10 Mar21@2=12
15.1 CU11 1591.10 2018-10-16 Dec18=11 Jan19=13 Apr19=16 Jun19=17 Mar21@2=18
15.1 CU12 1713.5 2019-02-12 Apr19=6 Jun19=7 Jul19=8 Sep19=9 Mar21@2=10
15.1 CU13 1779.2 2019-06-18 Jul19=4 Sep19=5 Nov19=7 Mar21@2=8
15.1 CU14 1847.3 2019-09-17 Nov19=5 Feb20=7 Mar20=10 Mar21@2=12
15.1 CU15 1913.5 2019-12-17 Feb20=7 Mar20=10 Mar21@2=12
15.1 CU16 1979.3 2020-03-17 Sep20=6 Mar21@2=8
15.1 CU17 2044.4 2020-06-16 Sep20=6 Oct20=7 Nov20=8 Dec20=12 Mar21@2=13
15.1 CU18 2106.2 2020-09-15 Oct20=3 Nov20=4 Dec20=6 Feb21=8 Mar21@2=13
15.1 CU19 2176.2 2020-12-15 Feb21=4 Mar21@2=9 Apr21=12 May21=14
15.1 CU20 2242.4 2021-03-16 Apr21=8 May21=10 Jul21=12
15.1 CU21 2308.8 2021-06-29 Jul21=14 Oct21=15 Nov21=20 Jan22=21 Mar22=27
15.1 CU22 2375.7 2021-09-28 Oct21=12 Nov21=17 Jan22=18 Mar22=24 May22=28 Aug22=31 Oct22=32 Nov22=37
15.1 CU23 2507.6 2022-04-20 May22=9 Aug22=12 Oct22=13 Nov22=16 Jan23=17 Feb23=21 Mar23=23 Jun23=27 Aug23=31 Aug23SUv2@15=32 Oct23=34 Nov23=35 Mar24=37 Apr24HU@23=39 Nov24=43 Nov24SUv2@27=44 Apr25HU@18=55 May25HU@29=57 Aug25=58 Sep25HU@8=59 Oct25=61 Dec25=63 Feb26=66 Jun26=69 Jul26=71 Aug26=72 Sep26=73 Sep26SUv2@2026-10-02=75`,
  '2019': `
15.2 RTM 221.12 2018-10-22 Mar21@2=18
15.2 CU1 330.5 2019-02-12 Apr19=7 Jun19=8 Jul19=9 Sep19=10 Mar21@2=11
15.2 CU2 397.3 2019-06-18 Jul19=5 Sep19=6 Nov19=9 Mar21@2=11
15.2 CU3 464.5 2019-09-17 Nov19=7 Feb20=11 Mar20=14 Mar21@2=15
15.2 CU4 529.5 2019-12-17 Feb20=8 Mar20=11 Mar21@2=13
15.2 CU5 595.3 2020-03-17 Sep20=6 Mar21@2=8
15.2 CU6 659.4 2020-06-16 Sep20=6 Oct20=7 Nov20=8 Dec20=11 Mar21@2=12
15.2 CU7 721.2 2020-09-15 Oct20=3 Nov20=4 Dec20=6 Feb21=8 Mar21@2=13
15.2 CU8 792.3 2020-12-15 Feb21=5 Mar21@2=10 Apr21=13 May21=15
15.2 CU9 858.5 2021-03-16 Apr21=10 May21=12 Jul21=15
15.2 CU10 922.7 2021-06-29 Jul21=13 Oct21=14 Nov21=19 Jan22=20 Mar22=27
15.2 CU11 986.5 2021-09-28 Oct21=9 Nov21=14 Jan22=15 Mar22=22 May22=26 Aug22=29 Oct22=30 Nov22=36 Jan23=37 Feb23=41 Mar23=42
15.2 CU12 1118.7 2022-04-20 May22=9 Aug22=12 Oct22=15 Nov22=20 Jan23=21 Feb23=25 Mar23=26 Jun23=30 Aug23=36 Aug23SUv2@15=37 Oct23=39 Nov23=40
15.2 CU13 1258.12 2023-05-03 Jun23=16 Aug23=23 Aug23SUv2@15=25 Oct23=27 Nov23=28 Mar24=32 Apr24HU@23=34 Nov24=38 Nov24SUv2@27=39
15.2 CU14 1544.4 2024-02-13 Mar24=9 Apr24HU@23=11 Nov24=13 Nov24SUv2@27=14 Apr25HU@18=25 May25HU@29=27 Aug25=33 Sep25HU@8=34 Oct25=36 Dec25=37 Feb26=39 Jun26=41 Jul26=43 Aug26=44 Sep26=46 Sep26SUv2@2026-10-02=48
15.2 CU15 1748.10 2025-02-10 Apr25HU@18=24 May25HU@29=26 Aug25=36 Sep25HU@8=37 Oct25=39 Dec25=42 Feb26=43 Jun26=46 Jul26=48 Aug26=49 Sep26=51 Sep26SUv2@2026-10-02=53`,
  SE: `
15.2 RTM 2562.17 2025-07-01 Aug25=20 Sep25HU@8=27 Oct25=29 Dec25=35 Feb26=37 May26HU@7=41 Jun26=43 Jul26=45 Aug26=46 Sep26=49 Sep26SUv2@2026-10-02=53`,
};

const months = 'JanFebMarAprMayJunJulAugSepOctNovDec';
const supportEnded = '2025-10-14';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Microsoft's second Tuesday of the month, unless `day` is given. */
function dateOf(name: string, day: string | undefined): string {
  if (day !== undefined && day.length > 2) return day;
  const year = 2000 + Number(name.slice(3, 5));
  const month = months.indexOf(name.slice(0, 3)) / 3;
  const firstWeekday = new Date(Date.UTC(year, month, 1)).getUTCDay();
  const patchTuesday = 8 + ((9 - firstWeekday) % 7);
  return `${year}-${twoDigits(month + 1)}-${twoDigits(day === undefined ? patchTuesday : Number(day))}`;
}

const namedInFull = /[SHR]U/;

function unpackLine(product: ExchangeProduct, line: string): ExchangeBranch {
  const [version = '', cu = '', first = '', date = '', ...updates] = line.split(' ');
  const release = (update: string | null, build: string, releaseDate: string): ExchangeRelease => ({
    product,
    cu,
    update,
    build: `${version}.${build}`,
    releaseDate,
    needsEsu: (product === '2016' || product === '2019') && releaseDate > supportEnded,
  });
  const releases = [release(null, first, date)];
  for (const packedUpdate of updates) {
    const [nameAndDay = '', build = ''] = packedUpdate.split('=');
    const [name = '', day] = nameAndDay.split('@');
    releases.push(
      release(
        namedInFull.test(name) ? name : `${name}SU`,
        build.includes('.') ? build : `${first.split('.')[0]}.${build}`,
        dateOf(name, day),
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
