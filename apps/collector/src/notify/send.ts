// Sends a message over a channel, in the form that its receiver reads.
import { createHmac } from 'node:crypto';
import type { Collector } from '../collector.ts';
import type { ChannelKind, KeptConfig } from './channel.ts';
import { DeliveryFailure } from './failure.ts';
import { linesOf, type Message, subjectOf } from './message.ts';
import { post } from './post.ts';
import { unseal } from './seal.ts';
import { sendMail } from './send-mail.ts';

export interface Channel {
  id: number;
  name: string;
  kind: ChannelKind;
  config: KeptConfig;
}

/** Resolves when it was taken; throws `DeliveryFailure` otherwise. */
export type Send = (
  collector: Pick<Collector, 'settings' | 'now'>,
  channel: Channel,
  message: Message,
) => Promise<void>;

export const send: Send = async (collector, channel, message) => {
  const { settings } = collector;
  const { kind, config } = channel;
  if (kind === 'mail') return sendMail(settings, config.to ?? [], message);
  const secret = unseal(settings.dataFolder, kind, config.sealed ?? '');
  if (secret === null) throw new DeliveryFailure('secret-not-readable');
  if (kind === 'webhook') {
    const body = JSON.stringify(message);
    return post(
      config.url ?? '',
      body,
      signature(secret, message.id, Math.floor(collector.now() / 1000), body),
    );
  }
  const words = kind === 'teams' ? teamsCard : slackMessage;
  return post(secret, JSON.stringify(words(message, settings.publicUrl)), {});
};

/**
 * By the Standard Webhooks specification (www.standardwebhooks.com): HMAC-SHA256 over id, time and body, which any of
 * its libraries checks. The time lets receivers refuse what somebody recorded and sends again.
 */
function signature(secret: string, id: string, seconds: number, body: string): Record<string, string> {
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret);
  const mac = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${mac}` };
}

/** An adaptive card; text runs know no markup, so that a host's name stays what it is. */
function teamsCard(message: Message, publicUrl: string | null) {
  const line = (text: string, weight: 'Bolder' | 'Default') => ({
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text, weight }],
  });
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [
            line(subjectOf(message), 'Bolder'),
            ...linesOf(message, publicUrl)
              .slice(0, 25)
              .map((text) => line(text, 'Default')),
          ],
        },
      },
    ],
  };
}

/** Blocks of plain text know no markup; the fallback does, so its three special characters are escaped. */
function slackMessage(message: Message, publicUrl: string | null) {
  const escaped = subjectOf(message).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const plain = (text: string) => ({ type: 'plain_text', text: text.slice(0, 2900), emoji: false });
  return {
    text: escaped,
    blocks: [
      { type: 'section', text: plain(subjectOf(message)) },
      { type: 'section', text: plain(linesOf(message, publicUrl).join('\n')) },
    ],
  };
}
