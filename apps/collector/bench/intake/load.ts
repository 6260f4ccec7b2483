// The load, in a process of its own: keep-alive connections that deliver reports as fast as they are answered, or at a rate.
import { connect, type Socket } from 'node:net';
import { reportContentType } from '@mailflow-tls/contract';
import { readParcels } from './parcels.ts';

const [, , url = '', file = '', from = '0', count = '0', connections = '64', rate = '0'] = process.argv;
const { hostname, port } = new URL(url);

/** One connection; one request at a time. Cheap, because both sides share the processor. */
class Client {
  readonly #socket: Socket;
  #answer = '';
  #done: ((answer: string) => void) | null = null;

  constructor() {
    this.#socket = connect({ host: hostname, port: Number(port), noDelay: true });
    this.#socket.setEncoding('latin1');
    this.#socket.on('data', (chunk: string) => {
      this.#answer += chunk;
      const body = this.#answer.indexOf('\r\n\r\n') + 4;
      if (body < 4) return;
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(this.#answer)?.[1]);
      if (this.#answer.length < body + length) return;
      const answer = this.#answer;
      this.#answer = '';
      this.#done?.(answer);
    });
    this.#socket.on('close', () => {
      throw new Error('The server closed the connection.');
    });
  }

  send(body: Buffer): Promise<string> {
    const head = `POST /api/v1/reports HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: ${reportContentType}\r\ncontent-length: ${body.length}\r\n\r\n`;
    this.#socket.cork();
    this.#socket.write(head, 'latin1');
    this.#socket.write(body);
    this.#socket.uncork();
    return new Promise((resolve) => {
      this.#done = resolve;
    });
  }
}

const parcels = readParcels(file, Number(from), Number(count));
const latencies = new Float64Array(parcels.length);
const perSecond = Number(rate);
let next = 0;
let bad = 0;
let example = '';
const started = performance.now();
const startedCpu = process.cpuUsage();

async function run(client: Client): Promise<void> {
  for (;;) {
    const number = next;
    next += 1;
    const body = parcels[number];
    if (body === undefined) return;
    let sent = performance.now();
    if (perSecond > 0) {
      // Counted from when it should have been sent, so that a server that stalls does not hide its delay.
      const due = started + (number * 1000) / perSecond;
      if (due > sent) await new Promise((resolve) => setTimeout(resolve, due - sent));
      sent = due;
    }
    const answer = await client.send(body);
    latencies[number] = performance.now() - sent;
    if (!answer.startsWith('HTTP/1.1 200') || !answer.includes('"duplicate":false')) {
      bad += 1;
      example = answer;
    }
  }
}

await Promise.all(Array.from({ length: Number(connections) }, () => run(new Client())));
const seconds = (performance.now() - started) / 1000;
latencies.sort();
const at = (part: number) => latencies[Math.floor(latencies.length * part)] ?? 0;
const { user, system } = process.cpuUsage(startedCpu);
process.stdout.write(
  `${JSON.stringify({
    perSecond: parcels.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    bad,
    example,
    cpuMs: (user + system) / 1000,
  })}\n`,
);
process.exit(0);
