// `token`: leave for hosts to enrol, from the collector's own machine.
import {
  addressRangeSchema,
  createEnrolmentToken,
  type NewEnrolmentToken,
  revokeEnrolmentToken,
} from '../people/enrolment-tokens.ts';
import { tagsSchema } from '../people/host-admission.ts';
import { type Context, withCollector } from './context.ts';
import { accept } from './input.ts';

export interface TokenOptions {
  name: string;
  approve?: boolean;
  maxUses?: number;
  domain?: string;
  addressRange?: string;
  tag: readonly string[];
  days?: number;
}

/** Prints the token, which is never shown again. */
export async function createToken(context: Context, options: TokenOptions): Promise<void> {
  await withCollector(context, async (collector) => {
    const token: NewEnrolmentToken = {
      name: options.name,
      mode: options.approve === true ? 'approve' : 'accept',
      maxUses: options.maxUses ?? null,
      domain: options.domain ?? null,
      addressRange:
        options.addressRange === undefined ? null : accept(addressRangeSchema, options.addressRange),
      tags: accept(tagsSchema, [...options.tag]),
      expiresAt: options.days === undefined ? null : collector.now() + options.days * 86_400_000,
    };
    const { id, secret } = await createEnrolmentToken(collector, 'system', token);
    context.tell(`Token ${id} (${token.name}); it is not shown again:`);
    context.print(secret);
  });
}

export async function listTokens(context: Context): Promise<void> {
  await withCollector(context, async ({ db }) => {
    const rows = await db
      .selectFrom('enrolment_tokens')
      .select([
        'id',
        'name',
        'mode',
        'uses',
        'max_uses',
        'domain',
        'address_range',
        'tags',
        'expires_at',
        'revoked_at',
        'created_at',
        'created_by',
      ])
      .orderBy('id')
      .execute();
    for (const row of rows) context.print(JSON.stringify(row));
  });
}

export async function revokeToken(context: Context, id: number): Promise<void> {
  await withCollector(context, (collector) => revokeEnrolmentToken(collector, 'system', id));
}
