// Makes an event of an object with properties: Get-WinEvent, Get-EventLog, or the Event Viewer's export in any language.
import type { PropertyBag } from '../input/property-bag.ts';
import { utcOf } from '../input/time.ts';
import { type EventRecord, isLikelyId, isProvider, knownProvider } from './event.ts';

export function hasEventNames(names: { has(name: string): boolean }): boolean {
  if (names.has('providername')) return names.has('id') || names.has('eventid');
  if (names.has('source') && names.has('eventid'))
    return !names.has('connectorid') && !names.has('recipients');
  return names.has('instanceid') && names.has('source');
}

/** Null when no provider and id are in it. */
export function eventOf(bag: PropertyBag): EventRecord | null {
  const { values } = bag;
  const named = values.get('providername') ?? values.get('source');
  const id = values.get('id') ?? values.get('eventid') ?? values.get('instanceid');
  if (named === undefined || id === undefined || !/^\d{1,10}$/.test(id)) return eventByValues(bag);
  const provider = knownProvider(named) ?? named;
  return {
    where: bag.where,
    provider,
    // The upper half of an instance id is the severity.
    id: Number(id) % 65536,
    at: utcOf(values.get('timecreated') ?? values.get('timegenerated') ?? '', 'local'),
    computer: values.get('machinename') ?? values.get('computer') ?? null,
    data: dataOf(values),
    text: values.get('message') ?? values.get('description') ?? bag.extra[0] ?? null,
  };
}

/**
 * The export's headings are in the system's language; its values are not: a provider, and right behind it the id.
 * Null for anything else.
 */
export function eventByValues(bag: PropertyBag): EventRecord | null {
  const cells = [...bag.values.values(), ...bag.extra];
  for (const [index, cell] of cells.entries()) {
    if (!isProvider(cell)) continue;
    const provider = knownProvider(cell) ?? cell;
    const id = cells[index + 1] ?? '';
    if (!isLikelyId(provider, id)) continue;
    const text = bag.extra[0] ?? cells.slice(index + 2).find((value) => value.length > 40) ?? null;
    return { where: bag.where, provider, id: Number(id), at: null, computer: null, data: [], text };
  }
  return null;
}

/** `{System.Diagnostics.…EventProperty}` names types only; a list of values is `{70, 1205}` or `70; 1205`. */
function dataOf(values: ReadonlyMap<string, string>): string[] {
  const list = values.get('replacementstrings') ?? values.get('properties') ?? '';
  if (list === '' || list.includes('System.Diagnostics')) return [];
  return list
    .replace(/^\{|\}$/g, '')
    .split(/[;,] /)
    .map((value) => value.trim());
}
