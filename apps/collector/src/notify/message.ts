// A message: alerts of one group as data for programs and as words for people.
import { type HostState, hostStates } from '@mailflow-tls/core';
import { visible } from '@mailflow-tls/core/formats';
import * as v from 'valibot';

export const messageSchema = v.object({
  /** UUID version 7, the same at every attempt: receivers drop what they have seen. */
  id: v.string(),
  createdAt: v.string(),
  /** `test` for the test button; `digest` for several groups at once. */
  group: v.string(),
  /** How many alerts the message tells of; `alerts` holds the first of them. */
  count: v.number(),
  alerts: v.array(
    v.object({
      id: v.number(),
      at: v.string(),
      kind: v.string(),
      hostId: v.nullable(v.number()),
      detail: v.record(v.string(), v.unknown()),
    }),
  ),
});
export type Message = v.InferOutput<typeof messageSchema>;
type Alert = Message['alerts'][number];

const mostLines = 50;

/** One sentence. */
export function subjectOf(message: Message): string {
  const { count, group, alerts } = message;
  if (group === 'test') return 'Mailflow TLS: this is a test';
  const [first] = alerts;
  if (count === 1 && first) return `Mailflow TLS: ${lineOf(first)}`;
  const [kind, state] = group.split(':');
  const what = (kind === undefined ? undefined : groupWords[kind]) ?? 'alerts';
  return `Mailflow TLS: ${count} ${kind === 'stateChanged' ? `hosts ${stateWords(state)}` : what}`;
}

const groupWords: Readonly<Record<string, string>> = {
  newKeyForName: 'known names came with a new key',
  refusedRepeatedly: 'hosts are refused over and over',
  silent: 'hosts are silent',
  back: 'hosts report again',
  waiverExpired: 'waivers expired',
  reportsLost: 'hosts lost reports',
  notDelivered: 'messages could not be delivered',
  digest: 'alerts since the last digest',
};

/** One line an alert. */
export function linesOf(message: Message, publicUrl: string | null): string[] {
  if (message.group === 'test') return ['Alerts of this collector arrive here.'];
  const lines = message.alerts
    .slice(0, mostLines)
    .map((alert) => `${alert.at.slice(0, 16).replace('T', ' ')} UTC  ${lineOf(alert)}`);
  const more = message.count - lines.length;
  if (more > 0) lines.push(`and ${more} more`);
  if (publicUrl !== null) lines.push(publicUrl);
  return lines;
}

function lineOf({ kind, detail }: Alert): string {
  const host = hostOf(detail);
  const text = (name: string): string => visible(String(detail[name] ?? '')).slice(0, 300);
  switch (kind) {
    case 'stateChanged':
      return `${host} ${stateWords(detail['after'])}${typeof detail['before'] === 'string' ? ` (before: ${text('before')})` : ''}`;
    case 'newKeyForName':
      return `${host} came with a new key and waits for approval: a clone, or installed anew`;
    case 'refusedRepeatedly':
      return `${host} is refused over and over (${text('code')})`;
    case 'silent':
      return `${host} is silent`;
    case 'back':
      return `${host} reports again`;
    case 'waiverExpired':
      return `a waiver of ${text('rule')} expired; ${text('hosts')} findings count again (owner: ${text('owner')})`;
    case 'reportsLost':
      return `${host} lost reports before they could be delivered`;
    case 'notDelivered':
      return `a message to ${text('channel')} could not be delivered (${text('error')}) and was given up`;
    default:
      return `${host} ${visible(kind)}`;
  }
}

function hostOf({ name, domain }: Alert['detail']): string {
  if (typeof name !== 'string') return 'a host';
  return visible(typeof domain === 'string' && domain !== '' ? `${name}.${domain}` : name).slice(0, 300);
}

const states: Readonly<Record<HostState, string>> = {
  failing: 'would lose mail with Office 365',
  restartNeeded: 'only needs a restart',
  unknown: 'cannot be judged',
  atRisk: 'is at risk',
  ready: 'is ready',
};

function stateWords(state: unknown): string {
  const known = hostStates.find((name) => name === state);
  return known === undefined ? `is in state ${visible(String(state))}` : states[known];
}
