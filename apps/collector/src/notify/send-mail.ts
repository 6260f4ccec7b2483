// Sends a message by mail, over the mail server of the settings.
import { readFileSync } from 'node:fs';
import { createTransport } from 'nodemailer';
import type { Settings } from '../settings/settings.ts';
import { DeliveryFailure } from './failure.ts';
import { linesOf, type Message, subjectOf } from './message.ts';
import { failureOf } from './post.ts';

const timeoutMs = 15_000;
const longestSubject = 200;

export async function sendMail(
  { mail, publicUrl }: Pick<Settings, 'mail' | 'publicUrl'>,
  to: readonly string[],
  message: Message,
): Promise<void> {
  if (mail === null) throw new DeliveryFailure('no-mail-server');
  const transport = createTransport({
    host: mail.host,
    port: mail.port,
    secure: mail.tls === 'implicit',
    // Without it a server, or somebody in between, could have the mail in clear text by not offering TLS.
    requireTLS: mail.tls === 'starttls',
    ignoreTLS: mail.tls === 'none',
    tls: { minVersion: 'TLSv1.2' },
    ...(mail.user === null ? {} : { auth: { user: mail.user, pass: passwordOf(mail.passwordFile) } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: mail.from,
      to: [...to],
      subject: subjectOf(message).slice(0, longestSubject),
      text: `${linesOf(message, publicUrl).join('\r\n')}\r\n`,
      messageId: `<${message.id}@mailflow-tls.invalid>`,
      date: new Date(message.createdAt),
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Mailflow-TLS-Id': message.id },
    });
  } catch (error) {
    throw failureOf(error);
  } finally {
    transport.close();
  }
}

function passwordOf(file: string | null): string {
  if (file === null) return '';
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new DeliveryFailure('password-not-readable', { cause: error });
  }
}
