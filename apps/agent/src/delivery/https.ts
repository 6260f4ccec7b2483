// Hands reports and enrolments to a collector over HTTPS.
import * as https from 'node:https';
import {
  type EnrolmentAnswer,
  enrolmentAnswerSchema,
  reportContentType,
  type SignedEnrolment,
} from '@mailflow-tls/contract';
import * as v from 'valibot';
import { errorCode } from '../usage-error.ts';
import { type Outcome, parseRetryAfter, refusalOf } from './outcome.ts';
import { type Trust, tlsOptions } from './trust.ts';

export interface HttpsCollector {
  sendReport(id: string, bytes: Buffer): Promise<Outcome>;
  enrol(
    signed: SignedEnrolment,
  ): Promise<
    { kind: 'answered'; answer: EnrolmentAnswer } | Exclude<Outcome, { kind: 'acknowledged' | 'handedOver' }>
  >;
  close(): void;
}

export interface HttpsOptions {
  /** `https://collector.corp.example:8443` */
  url: string;
  trust: Trust;
  /** `http://proxy:8080`; null: none. */
  proxy: string | null;
  now: () => number;
  signal: AbortSignal;
}

/** For one request, from connecting to the last byte. */
const requestLimitMs = 60_000;
const largestAnswer = 64 * 1024;

const acknowledgementSchema = v.object({ id: v.string() });
const problemSchema = v.object({ code: v.string() });

interface Answer {
  status: number;
  body: unknown;
  retryAfterMs: number | null;
}

export function openHttpsCollector({ url, trust, proxy, now, signal }: HttpsOptions): HttpsCollector {
  const base = new URL(url);
  const agentOptions: https.AgentOptions = {
    keepAlive: true,
    ...(proxy === null ? {} : { proxyEnv: { HTTPS_PROXY: proxy } }),
  };
  let agent: Promise<https.Agent> | null = null;

  return { sendReport, enrol, close };

  async function sendReport(id: string, bytes: Buffer): Promise<Outcome> {
    const answer = await post('/api/v1/reports', bytes, {
      'content-type': reportContentType,
      'content-encoding': 'gzip',
    });
    if ('kind' in answer) return answer;
    const said = v.safeParse(acknowledgementSchema, answer.body);
    // Only the echo of the id tells that it was the collector, and that it has this report.
    if (answer.status === 200 && said.success && said.output.id === id) return { kind: 'acknowledged' };
    return refused(answer);
  }

  async function enrol(signed: SignedEnrolment): ReturnType<HttpsCollector['enrol']> {
    const answer = await post('/api/v1/enrolments', Buffer.from(JSON.stringify(signed)), {
      'content-type': 'application/json',
    });
    if ('kind' in answer) return answer;
    const said = v.safeParse(enrolmentAnswerSchema, answer.body);
    if (answer.status < 300 && said.success) return { kind: 'answered', answer: said.output };
    return refused(answer);
  }

  function refused({
    status,
    body,
    retryAfterMs,
  }: Answer): Extract<Outcome, { kind: 'refused' | 'unreachable' }> {
    const problem = v.safeParse(problemSchema, body);
    const outcome = refusalOf(status, problem.success ? problem.output.code : null, retryAfterMs);
    return outcome.kind === 'refused' || outcome.kind === 'unreachable'
      ? outcome
      : { kind: 'unreachable', code: `http${status}`, retryAfterMs };
  }

  async function post(
    path: string,
    body: Buffer,
    headers: Record<string, string>,
  ): Promise<Answer | Extract<Outcome, { kind: 'unreachable' }>> {
    try {
      agent ??= tlsOptions(trust, base, agentOptions, signal).then(
        (options) => new https.Agent({ ...agentOptions, ...options }),
      );
      return await request(await agent, path, body, headers);
    } catch (error) {
      signal.throwIfAborted();
      // Trust is established anew next time.
      await agent?.then((made) => made.destroy()).catch(() => {});
      agent = null;
      return { kind: 'unreachable', code: errorCode(error), retryAfterMs: null };
    }
  }

  function request(
    through: https.Agent,
    path: string,
    body: Buffer,
    headers: Record<string, string>,
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const limit = AbortSignal.timeout(requestLimitMs);
      const sent = https.request(new URL(path, base), {
        agent: through,
        method: 'POST',
        headers: { ...headers, 'content-length': body.length },
        signal: AbortSignal.any([signal, limit]),
      });
      sent.on('error', (error) =>
        reject(limit.aborted ? Object.assign(new Error('ETIMEDOUT'), { code: 'ETIMEDOUT' }) : error),
      );
      sent.on('response', (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > largestAnswer)
            response.destroy(Object.assign(new Error('answer'), { code: 'answerTooLarge' }));
          else chunks.push(chunk);
        });
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: jsonOf(Buffer.concat(chunks)),
            retryAfterMs: parseRetryAfter(response.headers['retry-after'], now()),
          }),
        );
      });
      sent.end(body);
    });
  }

  function close(): void {
    agent?.then((made) => made.destroy()).catch(() => {});
  }
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}
