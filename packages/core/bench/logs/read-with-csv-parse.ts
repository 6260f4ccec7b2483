// The core of the report over records of csv-parse: sessions by connector, peer and TLS sentence.
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

const [file = ''] = process.argv.slice(2);
const counts = new Map<string, number>();
let sessions = 0;
const records: AsyncIterable<string[]> = createReadStream(file, { highWaterMark: 1 << 18 }).pipe(
  parse({ comment: '#', relax_column_count: true, bom: true }),
);
for await (const record of records) {
  const context = record[8] ?? '';
  if (record[6] !== '*' || !context.startsWith('TLS protocol ')) continue;
  const key = `${record[1]}\t${(record[5] ?? '').replace(/:\d+$/, '')}\t${context}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
  sessions++;
}
console.log(JSON.stringify({ sessions, rssMiB: process.resourceUsage().maxRSS >> 10 }));
