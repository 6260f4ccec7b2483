// What somebody who waives enters, and whether it can be sent.

export interface WaiveInput {
  reason: string;
  owner: string;
  /** `2026-12-31`, the last day on which the waiver holds, by the clock of the one who waives. */
  lastDay: string;
  /** Only where a tag is waived. */
  tag: string | undefined;
}

const dayMs = 86_400_000;
const longestMs = 2 * 366 * dayMs;

export type WaiveField = keyof WaiveInput;

/** The fields that stand in the way. */
export function faultsOf({ reason, owner, lastDay, tag }: WaiveInput, now: number): WaiveField[] {
  const end = endOf(lastDay);
  const faults: WaiveField[] = [];
  if (reason.trim() === '') faults.push('reason');
  if (owner.trim() === '') faults.push('owner');
  if (end === undefined || end <= now || end > now + longestMs) faults.push('lastDay');
  if (tag !== undefined && tag.trim() === '') faults.push('tag');
  return faults;
}

/** The end of the day in milliseconds since 1970; undefined for what is no day. */
export function endOf(lastDay: string): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(lastDay);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  const end = new Date(year, month - 1, day + 1);
  return Number.isNaN(end.getTime()) ? undefined : end.getTime();
}

/** The day `days` from now, as a date field takes it. */
export function dayFromNow(now: number, days: number): string {
  const at = new Date(now);
  at.setDate(at.getDate() + days);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
