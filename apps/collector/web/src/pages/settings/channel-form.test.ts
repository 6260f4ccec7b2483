// The form of a channel.
import { expect, test } from 'vitest';
import { type Channel, fieldsOf, newChannel, rulesOf, targetOf } from './channel-form.ts';

const rules: Channel['rules'] = {
  kinds: ['silent'],
  states: ['failing'],
  groupSeconds: 300,
  quietHours: { from: '22:00', to: '06:30' },
  digestAt: null,
  timeZone: 'Europe/Berlin',
};

test('what a channel has comes back as it was', () => {
  const channel: Channel = {
    ...{ id: 1, name: 'Ops', kind: 'mail', enabled: true, target: ['a@x.example', 'b@x.example'], rules },
    ...{ createdAt: '2026-11-25T00:00:00.000Z', createdBy: 'admin', waiting: 0, givenUp: 0, lastError: null },
  };
  const fields = fieldsOf(channel);
  expect(rulesOf(fields)).toEqual(rules);
  expect(targetOf(fields)).toEqual({ kind: 'mail', to: ['a@x.example', 'b@x.example'] });
});

test('quiet hours need both ends, and an empty zone is UTC', () => {
  const half = rulesOf({ ...newChannel(''), quietFrom: '22:00' });
  expect([half.quietHours, half.timeZone, half.digestAt]).toEqual([null, 'UTC', null]);
});

test('addresses of chats are not known any more', () => {
  const channel: Channel = {
    ...{ id: 2, name: 'Chat', kind: 'teams', enabled: true, target: ['https://x.example'], rules },
    ...{ createdAt: '2026-11-25T00:00:00.000Z', createdBy: 'admin', waiting: 0, givenUp: 0, lastError: null },
  };
  expect(fieldsOf(channel).url).toBe('');
});
