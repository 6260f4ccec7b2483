// A collector reduced to its contract: a real HTTPS server that verifies what it gets and answers as it is told.
import { execFileSync } from 'node:child_process';
import { createHash, type createPublicKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import * as https from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  isSignedAs,
  openEnrolment,
  type RefusalCode,
  type ReportHeader,
  refusals,
  reportHeaderSchema,
  unpackReport,
} from '@mailflow-tls/contract';
import * as v from 'valibot';

export interface Receiver {
  url: string;
  port: number;
  caFile: string;
  pin: string;
  /** Headers of the reports that it acknowledged, in that order. */
  taken: ReportHeader[];
  /** Names that asked to be taken in. */
  enrolled: string[];
  /** What the next requests are answered instead; `drop` breaks the connection before, `dropAfter` behind storing. */
  answers: (RefusalCode | 'drop' | 'dropAfter' | 'html')[];
  /** Whether unknown keys are taken. */
  knows: Set<string>;
  retryAfter: string | null;
  stop(): Promise<void>;
}

/** @param name the one that its certificate bears */
export async function startReceiver(
  name = 'localhost',
  options: https.ServerOptions = {},
): Promise<Receiver> {
  const folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-receiver-'));
  const caFile = join(folder, 'cert.pem');
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'].concat(
      ['-keyout', join(folder, 'key.pem'), '-out', caFile, '-subj', `/CN=${name}`],
      ['-addext', `subjectAltName=DNS:${name}`],
    ),
    { stdio: 'ignore' },
  );
  const certificate = readFileSync(caFile, 'utf8');
  const spki = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' });
  const keys = new Map<string, ReturnType<typeof createPublicKey>>();
  const receiver: Receiver = {
    url: '',
    port: 0,
    caFile,
    pin: createHash('sha256').update(spki).digest('base64'),
    taken: [],
    enrolled: [],
    answers: [],
    knows: new Set(),
    retryAfter: null,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
  const server = https.createServer(
    { key: readFileSync(join(folder, 'key.pem')), cert: certificate, ...options },
    (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', (): void => {
        // Asked for its certificate only.
        if (request.method === 'HEAD') return void response.end();
        const planned = receiver.answers.shift();
        if (planned === 'drop') return void request.socket.destroy();
        if (planned === 'html')
          return void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Welcome</p>');
        const answer =
          planned !== undefined && planned !== 'dropAfter'
            ? planned
            : request.url === '/api/v1/enrolments'
              ? enrol(Buffer.concat(chunks))
              : take(Buffer.concat(chunks));
        if (planned === 'dropAfter') return void request.socket.destroy();
        if (typeof answer === 'string') {
          const headers = receiver.retryAfter === null ? {} : { 'retry-after': receiver.retryAfter };
          response.writeHead(refusals[answer].status, {
            'content-type': 'application/problem+json',
            ...headers,
          });
          return void response.end(JSON.stringify({ code: answer }));
        }
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      });
    },
  );

  function enrol(body: Buffer): RefusalCode | object {
    const opened = openEnrolment(JSON.parse(body.toString()));
    if (opened === null) return 'enrolment-malformed';
    if (opened.request.token !== 'right') return 'enrolment-token-invalid';
    const id = createHash('sha256').update(opened.spki).digest().subarray(0, 16).toString('base64url');
    keys.set(id, opened.publicKey);
    receiver.knows.add(id);
    receiver.enrolled.push(opened.request.host.name);
    return { key: id, status: 'active' };
  }

  function take(body: Buffer): RefusalCode | object {
    const unpacked = unpackReport(gunzipSync(body));
    if (!unpacked.ok) return 'report-malformed';
    const header = v.parse(reportHeaderSchema, unpacked.header);
    const key = keys.get(header.key);
    if (key === undefined || !receiver.knows.has(header.key)) return 'host-unknown';
    if (!isSignedAs('report', unpacked.headerBytes, unpacked.signature, key)) return 'signature-invalid';
    const duplicate = receiver.taken.some(({ id }) => id === header.id);
    if (!duplicate) receiver.taken.push(header);
    return { id: header.id, duplicate };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  receiver.port = (server.address() as AddressInfo).port; // a TCP server has one
  receiver.url = `https://localhost:${receiver.port}`;
  return receiver;
}
