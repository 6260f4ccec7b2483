// `doctor`: what is set and where from, and whether the collector could serve with it.
import { X509Certificate } from 'node:crypto';
import { constants } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { firstIdentity, identitySource } from '../serving/identity.ts';
import { migrations, schemaState } from '../store/migrate-store.ts';
import { openStore } from '../store/store.ts';
import { fingerprintsOf } from '../tls/own-certificate.ts';
import { UsageError } from '../usage-error.ts';
import type { Context } from './context.ts';

interface Check {
  name: string;
  ok: boolean;
  told: string;
}

/** True when nothing is wrong. */
export async function doctor(context: Context, format: 'text' | 'json'): Promise<boolean> {
  const { loaded, print } = context;
  const checks = [
    await attempt('data folder', () => checkDataFolder(context)),
    await attempt('database', () => checkDatabase(context)),
    await attempt('certificate', () => checkCertificate(context)),
    await attempt('share', () => checkShare(context)),
  ];
  if (format === 'json') print(JSON.stringify({ settings: loaded.origins, checks }, null, 2));
  else {
    for (const { name, value, origin } of loaded.origins) print(`${name}: ${value} (${origin})`);
    print('');
    for (const { name, ok, told } of checks) print(`${ok ? 'ok  ' : 'FAIL'} ${name}: ${told}`);
  }
  return checks.every(({ ok }) => ok);
}

async function attempt(name: string, check: () => Promise<string>): Promise<Check> {
  try {
    return { name, ok: true, told: await check() };
  } catch (error) {
    const remedy = error instanceof UsageError ? ` ${error.remedy}` : '';
    return { name, ok: false, told: `${error instanceof Error ? error.message : String(error)}${remedy}` };
  }
}

async function checkDataFolder({ loaded }: Context): Promise<string> {
  const { dataFolder } = loaded.settings;
  await access(dataFolder, constants.R_OK | constants.W_OK);
  return dataFolder;
}

async function checkDatabase({ loaded }: Context): Promise<string> {
  const { database } = loaded.settings;
  // Opening an embedded database would create it.
  if (database.kind === 'sqlite') await access(database.file, constants.R_OK | constants.W_OK);
  const store = await openStore(database);
  try {
    const { state, applied, pending } = await schemaState(store);
    if (state === 'current') return `${store.kind}, schema ${applied.at(-1) ?? ''}`;
    throw new UsageError(
      state === 'ahead'
        ? `The schema is newer than ${Object.keys(migrations).at(-1)}.`
        : `The schema is ${state}; ${pending.join(', ')} is to come.`,
      state === 'ahead' ? 'Start the newer version.' : 'Run `migrate`.',
    );
  } finally {
    await store.close();
  }
}

async function checkCertificate({ loaded }: Context): Promise<string> {
  const { settings } = loaded;
  const source = identitySource(settings, Date.now);
  if (source === null) return 'none; plain HTTP';
  const { certificate } = await firstIdentity(source, settings);
  const parsed = new X509Certificate(certificate);
  const prints = fingerprintsOf(certificate);
  if (parsed.validToDate.getTime() < Date.now()) {
    throw new UsageError(`The certificate expired on ${prints.validTo}.`, 'Give a new one.');
  }
  return `${parsed.subjectAltName ?? parsed.subject}, valid to ${prints.validTo}, SHA-256 ${prints.certificate}, pin ${prints.publicKey}`;
}

async function checkShare({ loaded }: Context): Promise<string> {
  const { shareFolder } = loaded.settings;
  if (shareFolder === null) return 'none';
  await access(shareFolder, constants.R_OK | constants.W_OK);
  return `${shareFolder}, ${(await readdir(shareFolder)).length} entries`;
}
