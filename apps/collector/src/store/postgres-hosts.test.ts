// Connection strings with one host stay as they are; those with several fall into one for each.
import { expect, test } from 'vitest';
import { postgresHosts } from './postgres-hosts.ts';

test.each([
  ['postgres://u:p@db.corp.example:5432/mailflow', ['postgres://u:p@db.corp.example:5432/mailflow']],
  ['postgres:///db?host=%2Frun%2Fpg&user=u', ['postgres:///db?host=%2Frun%2Fpg&user=u']],
  ['postgres:///db', ['postgres:///db']],
  [
    'postgresql://u:p%2C@db1:5432,db2:5433/m?sslmode=require',
    ['postgresql://u:p%2C@db1:5432/m?sslmode=require', 'postgresql://u:p%2C@db2:5433/m?sslmode=require'],
  ],
  ['postgres://[::1]:1,[::2]/m', ['postgres://[::1]:1/m', 'postgres://[::2]/m']],
  [
    'postgres:///m?host=/a,/b&user=u&port=5432',
    ['postgres:///m?host=%2Fa&user=u&port=5432', 'postgres:///m?host=%2Fb&user=u&port=5432'],
  ],
  ['postgres://u@/m?host=a,b&port=1,2', ['postgres://u@/m?host=a&port=1', 'postgres://u@/m?host=b&port=2']],
])('%s', (url, hosts) => {
  expect(postgresHosts(url)).toEqual(hosts);
});
