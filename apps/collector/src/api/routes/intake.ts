// The routes that hosts call: asking to be taken in, and delivering reports.
import {
  enrolmentAnswerSchema,
  type RefusalCode,
  refusals,
  reportContentType,
  reportIdSchema,
  reportLimits,
  signedEnrolmentSchema,
} from '@mailflow-tls/contract';
import * as v from 'valibot';
import { enrol } from '../../intake/enrol.ts';
import { intakeOf } from '../../intake/intake-of.ts';
import { Problem } from '../problems.ts';
import { defineRoute } from '../route.ts';

const deliverReport = defineRoute({
  method: 'POST',
  path: '/api/v1/reports',
  id: 'deliverReport',
  access: 'host',
  rate: 'own',
  summary:
    'Deliver one signed report. The answer echoes its id once it is durable; the same report again is one report.',
  raw: {
    contentTypes: [reportContentType],
    limit: reportLimits.compressed,
    refused: (code, address, collector) => intakeOf(collector).count(code, null, address),
  },
  answer: v.object({ id: reportIdSchema, duplicate: v.boolean() }),
  problems: codes((code) => !code.startsWith('enrolment-')),
  admit({ address, bytes }, collector) {
    const leave = intakeOf(collector).enter(bytes, address);
    if (typeof leave === 'function') return leave;
    throw problemOf(leave);
  },
  async handle({ raw, caller }, collector) {
    const received = await intakeOf(collector).receive(raw, { via: 'https', address: caller.address });
    if (!received.ok) throw problemOf(received);
    return { body: { id: received.id, duplicate: received.duplicate } };
  },
});

const requestEnrolment = defineRoute({
  method: 'POST',
  path: '/api/v1/enrolments',
  id: 'requestEnrolment',
  access: 'host',
  summary: 'Ask to be taken in, with an enrolment token and a signature by the host’s key.',
  body: signedEnrolmentSchema,
  answer: enrolmentAnswerSchema,
  problems: codes((code) => code.startsWith('enrolment-') || code === 'host-revoked'),
  admit({ address }, collector) {
    const blocked = intakeOf(collector).blocked(address);
    if (blocked !== null) throw problemOf(blocked);
    return () => {};
  },
  async handle({ body, caller }, collector) {
    const enrolled = await enrol(collector, body, caller.address);
    if (!enrolled.ok) {
      intakeOf(collector).count(enrolled.code, enrolled.key, caller.address);
      throw problemOf(enrolled);
    }
    return { body: enrolled.answer };
  },
});

export const intakeRoutes = [deliverReport, requestEnrolment];

function codes(wanted: (code: RefusalCode) => boolean): RefusalCode[] {
  const all = Object.keys(refusals) as RefusalCode[]; // Object.keys forgets the names of the keys
  return all.filter(wanted);
}

function problemOf(refused: { code: RefusalCode; detail: string; retryAfter?: number }): Problem {
  const { code, detail, retryAfter } = refused;
  return new Problem(code, detail, retryAfter === undefined ? {} : { retryAfter });
}
