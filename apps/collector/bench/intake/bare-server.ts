// What to compare with: a bare server that inflates and parses the same bodies, and neither checks nor keeps anything.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const lines = gunzipSync(Buffer.concat(chunks)).toString().split('\n');
    const header = JSON.parse(lines[1] ?? '{}');
    for (const line of lines.slice(2)) if (line !== '') JSON.parse(line);
    const body = JSON.stringify({ id: header.id, duplicate: false });
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  });
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo; // listens on TCP
  process.stdout.write(`Listening: http://127.0.0.1:${port}\n`);
});
