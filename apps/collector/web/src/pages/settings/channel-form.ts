// The form of a channel: what its fields hold, and what the API takes.
import type { AnswerOf, Input } from '../../api/types.ts';
import { splitWords, wholeNumber } from './fields.ts';

export type Channel = AnswerOf<'GET /api/v1/alert-channels'>['items'][number];
export type ChannelBody = Input<'POST /api/v1/alert-channels'>['body'];
type Rules = Channel['rules'];
export type ChannelKind = Channel['kind'];
export type AlertKind = Rules['kinds'][number];
export type HostState = Rules['states'][number];

export interface ChannelFields {
  name: string;
  kind: ChannelKind;
  url: string;
  to: string;
  kinds: readonly AlertKind[];
  states: readonly HostState[];
  group: string;
  quietFrom: string;
  quietTo: string;
  digestAt: string;
  timeZone: string;
}

export function newChannel(timeZone: string): ChannelFields {
  return {
    ...{ name: '', kind: 'webhook', url: '', to: '', kinds: [], states: [] },
    ...{ group: '60', quietFrom: '', quietTo: '', digestAt: '', timeZone },
  };
}

/** Of a channel that is there; addresses of chats are secrets and not known any more. */
export function fieldsOf({ name, kind, target, rules }: Channel): ChannelFields {
  return {
    name,
    kind,
    url: kind === 'webhook' ? (target[0] ?? '') : '',
    to: kind === 'mail' ? target.join(', ') : '',
    kinds: rules.kinds,
    states: rules.states,
    group: String(rules.groupSeconds),
    quietFrom: rules.quietHours?.from ?? '',
    quietTo: rules.quietHours?.to ?? '',
    digestAt: rules.digestAt ?? '',
    timeZone: rules.timeZone,
  };
}

export function rulesOf(fields: ChannelFields): Rules {
  const { quietFrom, quietTo, digestAt } = fields;
  return {
    kinds: [...fields.kinds],
    states: [...fields.states],
    groupSeconds: wholeNumber(fields.group) ?? 0,
    quietHours: quietFrom !== '' && quietTo !== '' ? { from: quietFrom, to: quietTo } : null,
    digestAt: digestAt === '' ? null : digestAt,
    timeZone: fields.timeZone.trim() === '' ? 'UTC' : fields.timeZone.trim(),
  };
}

export function targetOf({ kind, url, to }: ChannelFields): ChannelBody['target'] {
  return kind === 'mail' ? { kind, to: splitWords(to) } : { kind, url: url.trim() };
}
