// A host for tests: its own key, its own facts, reports that it signs.
import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import {
  exportPublicKey,
  keyIdOf,
  packReport,
  type SignedEnrolment,
  signEnrolment,
} from '@mailflow-tls/contract';
import type { HostFacts } from '@mailflow-tls/core';
import type { Insertable } from 'kysely';
import { exampleFacts } from '../../../packages/core/test/example-facts.ts';
import type { HostsTable } from '../src/store/schema.ts';
import type { Db } from '../src/store/store.ts';

const nothingLost = { dropped: { count: 0, bytes: 0, age: 0 }, unreadable: 0, notWritten: 0 };

/** UUID version 7 (RFC 9562). */
export function reportId(at: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export class TestHost {
  readonly name: string;
  readonly privateKey: KeyObject;
  readonly spki: Buffer;
  readonly key: string;
  readonly facts: HostFacts;

  constructor(name: string, privateKey: KeyObject = generateKeyPairSync('ed25519').privateKey) {
    this.name = name;
    this.privateKey = privateKey;
    this.spki = exportPublicKey(privateKey);
    this.key = keyIdOf(this.spki);
    this.facts = exampleFacts();
    this.facts.host = { name, domain: 'corp.example' };
  }

  /** A packed report; `change` changes its facts before. */
  report(at: number, id: string = reportId(at), change: (facts: HostFacts) => void = () => {}): Buffer {
    const facts = structuredClone(this.facts);
    facts.id = id;
    facts.gatheredAt = new Date(at).toISOString();
    change(facts);
    return packReport(facts, { core: '0.1.0', state: 'ready' }, nothingLost, this.privateKey);
  }

  enrolment(token: string, domain: string | null = 'corp.example'): SignedEnrolment {
    return signEnrolment(
      { token, host: { name: this.name, domain }, agent: '0.1.0', requestedAt: new Date().toISOString() },
      this.privateKey,
    );
  }

  /** Puts the host into the store as if it had been enrolled. Returns its number. */
  async insert(db: Db, status: HostsTable['status'] = 'active'): Promise<number> {
    const row: Insertable<HostsTable> = {
      key_id: this.key,
      public_key: this.spki,
      name: this.name,
      domain: 'corp.example',
      search: `${this.name}.corp.example`.toLowerCase(),
      status,
      enrolled_at: 0,
      rank: 99,
      open_problems: 0,
      waived_problems: 0,
    };
    const { id } = await db.insertInto('hosts').values(row).returning('id').executeTakeFirstOrThrow();
    return id;
  }
}
