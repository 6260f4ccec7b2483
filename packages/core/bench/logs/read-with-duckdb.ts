// The core of the report in DuckDB, on one thread: sessions by connector, peer, version and suite.
import { DuckDBInstance } from '@duckdb/node-api';

const [file = ''] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
const connection = await instance.connect();
const columns = [
  'date_time',
  'connector_id',
  'session_id',
  'sequence_number',
  'local_endpoint',
  'remote_endpoint',
  'event',
  'data',
  'context',
];
const types = columns.map((name) => `'${name}': 'VARCHAR'`).join(', ');
const result = await connection.runAndReadAll(`
  select connector_id, regexp_replace(remote_endpoint, ':[0-9]+$', '') as peer,
    regexp_extract(context, 'TLS protocol (\\S+) ', 1) as version,
    regexp_extract(context, 'using (.*)$', 1) as suite,
    count(*) as sessions, min(date_time) as first_seen, max(date_time) as last_seen
  from read_csv('${file}', columns = {${types}}, header = false, skip = 5, quote = '"', escape = '"')
  where event = '*' and context like 'TLS protocol %'
  group by all order by sessions desc`);
const sessions = result.getRows().reduce((sum, row) => sum + Number(row[4]), 0);
console.log(JSON.stringify({ sessions, rssMiB: process.resourceUsage().maxRSS >> 10 }));
