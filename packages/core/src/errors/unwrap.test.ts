// Wrappers of every generation, nested, cut and with their quotes doubled.
import { describe, expect, test } from 'vitest';
import { unwrap } from './index.ts';

const failover =
  'Attempted failover to alternate host, but that did not succeed. Either there are no alternate hosts, or delivery failed to all alternate hosts.';
const dropped = '421 4.4.2 Connection dropped due to SocketError';

test('a text without a wrapper is its own inside', () => {
  expect(unwrap(`  ${dropped}\r\n`)).toEqual({ layers: [], inner: dropped });
});

describe.each([
  ['2013', `[{LRT=15-01-26 23:50:05};{LED=${dropped}};{FQDN=mx.contoso.com};{IP=192.0.2.12}]`],
  [
    '2016 and later',
    `[{LED=${dropped}};{MSG=};{FQDN=mx.contoso.com};{IP=192.0.2.12};{LRT=15-01-26 23:50:05}]`,
  ],
  [
    'a console',
    `{[{LED=421 4.4.2 Connection dropped\n      due to SocketError};{MSG=};\n   {FQDN=mx.contoso.com};\n   {IP=192.0.2.12};{LRT=15-01-26 23:50:05}]}`,
  ],
  [
    'a tracking log',
    `"[{LED=${dropped}};{MSG=};{FQDN=mx.contoso.com};{IP=192.0.2.12};{LRT=15-01-26 23:50:05}]"`,
  ],
])('braces of a queue as %s writes them', (_, text) => {
  test('tell server, address and time', () => {
    expect(unwrap(text)).toEqual({
      layers: [
        { id: 'wrapped-queue-braces', host: 'mx.contoso.com', ip: '192.0.2.12', at: '15-01-26 23:50:05' },
      ],
      inner: dropped,
    });
  });
});

test('three wrappers deep, with quotes doubled by CSV', () => {
  const text = `[{LRT=15-01-26 23:50:05};{LED=450 4.7.0 Proxy session setup failed on Frontend with '451 4.4.0 Primary target IP address responded with: ""451 4.4.0 Security status InvalidToken."" ${failover} The last endpoint attempted was 2001:db8:0:1:2:3:4:5:25'};{FQDN=EX01.contoso.local};{IP=192.0.2.12}]`;
  expect(unwrap(text)).toEqual({
    layers: [
      { id: 'wrapped-queue-braces', host: 'EX01.contoso.local', ip: '192.0.2.12', at: '15-01-26 23:50:05' },
      { id: 'wrapped-proxy-session' },
      { id: 'wrapped-primary-target', ip: '2001:db8:0:1:2:3:4:5', port: 25 },
    ],
    inner: '451 4.4.0 Security status InvalidToken',
  });
});

test.each([
  ['wrapped-primary-target', `451 4.4.0 Primary target IP address responded with: "${dropped}." ${failover}`],
  ['wrapped-primary-target', `451 4.4.0 Primary target IP address responded with "${dropped}." ${failover}`],
  [
    'wrapped-communicating-primary-target',
    `441 4.4.1 Error encountered while communicating with primary target IP address: "${dropped}." ${failover}`,
  ],
  ['wrapped-target-responded', `451 4.4.395 Target host responded with error. -> ${dropped}`],
  ['wrapped-communicating-target', `451 4.4.397 Error communicating with target host. -> ${dropped}`],
  [
    'wrapped-frontend-or-destination',
    `451 4.4.400 Error communicating with frontend host or destination host. -> ${dropped}`,
  ],
  ['wrapped-proxy-session', `450 4.4.101 Proxy session setup failed on Frontend with '${dropped}'`],
  ['wrapped-expired', `550 5.4.300 Message expired -> ${dropped}`],
  [
    'wrapped-expired-cannot-connect',
    `550 5.4.317 Message expired, cannot connect to remote server(${dropped})`,
  ],
  [
    'wrapped-exo-session',
    `450 4.4.317 Cannot connect to remote server [Message=${dropped}] [LastAttemptedServerName=]`,
  ],
  ['wrapped-exo-session', `450 4.4.317 Cannot establish session with remote server [Message=${dropped}]`],
])('%s holds its error', (id, text) => {
  expect(unwrap(text)).toEqual({ layers: [{ id }], inner: dropped });
});

test('the target that Exchange Online names behind a trace', () => {
  const text = `Reason: [{LED=450 4.4.317 Cannot connect to remote server [Message=${dropped}] [LastAttemptedServerName=mail.contoso.com] [LastAttemptedIP=192.0.2.25:25] [SmtpSecurity=-2;-2]};{MSG=};{FQDN=};{IP=};{LRT=}]. OutboundProxyTargetIP: 192.0.2.25. OutboundProxyTargetHostName: mail.contoso.com`;
  expect(unwrap(text).layers).toEqual([
    { id: 'wrapped-queue-braces', host: 'mail.contoso.com', ip: '192.0.2.25', port: 25 },
    { id: 'wrapped-exo-session', host: 'mail.contoso.com', ip: '192.0.2.25', port: 25, tls: '-2;-2' },
  ]);
});

test('a brace inside the error does not end it', () => {
  const text =
    '[{LED=550 5.9.9 see i{2b0c499b-c839-43d2-9c76-dda19649fe67} there};{MSG=};{FQDN=mx.contoso.com}]';
  expect(unwrap(text).inner).toBe('550 5.9.9 see i{2b0c499b-c839-43d2-9c76-dda19649fe67} there');
});

test('a wrapper in a wrapper of its own kind', () => {
  const once = `451 4.4.0 Primary target IP address responded with: "${dropped}." ${failover}`;
  const twice = `451 4.4.0 Primary target IP address responded with: "${once}" ${failover}`;
  expect(unwrap(twice).layers.map((layer) => layer.id)).toEqual([
    'wrapped-primary-target',
    'wrapped-primary-target',
  ]);
  expect(unwrap(twice).inner).toBe(dropped);
});

test('records that were cut, one below the other, do not swallow each other', () => {
  const text = `EX01\\7 Retry 4 [{LED=451 4.4.395 Target host responded with error. -> 421 4.4.2 Conn...\nEX01\\8 Retry 9 [{LED=${dropped}};{MSG=};{FQDN=mx.contoso.com};{IP=192.0.2.12}]`;
  expect(unwrap(text).layers.map((layer) => layer.id)).toEqual([
    'wrapped-queue-braces',
    'wrapped-target-responded',
  ]);
});
