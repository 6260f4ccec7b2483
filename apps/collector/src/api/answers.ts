// Sends what a handler answered.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { etagOf, isNamedBy } from './etag.ts';
import type { Answer } from './route.ts';

export function sendAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer<unknown>,
): FastifyReply {
  if ('headers' in answer && answer.headers !== undefined) reply.headers(answer.headers);
  if ('stream' in answer) return sendStream(reply, answer);
  if ('text' in answer)
    return reply
      .code(answer.status ?? 200)
      .type(answer.contentType)
      .send(answer.text);
  if ('location' in answer) return reply.code(303).header('location', answer.location).send();
  if (!('body' in answer)) return reply.code(204).send();
  const text = JSON.stringify(answer.body);
  const status = answer.status ?? 200;
  reply.code(status).type('application/json; charset=utf-8');
  if (request.method === 'GET' && status === 200) {
    const etag = answer.etag ?? etagOf(text);
    reply.header('etag', etag);
    if (isNamedBy(request.headers['if-none-match'], etag)) return reply.code(304).send();
  } else if (answer.etag !== undefined) reply.header('etag', answer.etag);
  return reply.send(text);
}

function sendStream(
  reply: FastifyReply,
  { stream, contentType, fileName }: Extract<Answer<unknown>, { stream: unknown }>,
): FastifyReply {
  reply.type(contentType);
  if (fileName !== undefined) reply.header('content-disposition', attachment(fileName));
  return reply.send(stream);
}

/** A file name may hold what a host called itself: the plain form keeps what is harmless, the other is encoded (RFC 6266, RFC 8187). */
function attachment(fileName: string): string {
  const clean = fileName.toWellFormed().replace(/[\p{Cc}\p{Cf}/\\:]/gu, '_');
  const plain = clean.replace(/[^\w. -]/g, '_');
  const encoded = encodeURIComponent(clean).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
