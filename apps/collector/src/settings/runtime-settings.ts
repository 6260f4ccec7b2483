// Settings that administrators change while the collector runs: kept in the store, over those of the file.
import * as v from 'valibot';
import type { Collector } from '../collector.ts';
import { type Actor, audit, changing } from '../people/audit.ts';
import type { Db } from '../store/store.ts';

const wholeNumber = (max: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(max));

export const runtimeSettingsSchema = v.strictObject({
  /** Days for which reports are kept one by one. */
  reportDays: wholeNumber(3650),
  /** Days for which one line a day is kept. */
  rollupDays: wholeNumber(36_500),
  /** Hours without a report after which a host counts as silent. */
  silentAfterHours: wholeNumber(8760),
});
export type RuntimeSettings = v.InferOutput<typeof runtimeSettingsSchema>;
const storedSchema = v.partial(v.object(runtimeSettingsSchema.entries));
const storedKey = 'runtime';

/** What is in force in this process. */
export function runtimeSettings({ settings }: Pick<Collector, 'settings'>): RuntimeSettings {
  const { retention, silentAfterHours } = settings;
  return { reportDays: retention.reportDays, rollupDays: retention.rollupDays, silentAfterHours };
}

/**
 * Takes what the store holds into `collector.settings`. To be called at start and every minute, because another
 * collector of the same database may have changed it.
 */
export async function applyRuntimeSettings(collector: Collector): Promise<void> {
  apply(collector, await readStored(collector.store.reader));
}

/** Changes for all collectors; this one follows at once. */
export async function changeRuntimeSettings(
  collector: Collector,
  actor: Actor,
  wanted: RuntimeSettings,
): Promise<void> {
  await changing(collector, async (ground) => {
    const before = { ...runtimeSettings(collector), ...(await readStored(ground.db)) };
    await ground.db
      .insertInto('settings')
      .values({ key: storedKey, value: JSON.stringify(wanted) })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: JSON.stringify(wanted) }))
      .execute();
    await audit(ground, actor, 'settings.change', null, { before, after: wanted });
  });
  apply(collector, wanted);
}

function apply(
  { settings }: Pick<Collector, 'settings'>,
  stored: { [Key in keyof RuntimeSettings]?: RuntimeSettings[Key] | undefined },
): void {
  const { retention } = settings;
  settings.retention = {
    reportDays: stored.reportDays ?? retention.reportDays,
    rollupDays: stored.rollupDays ?? retention.rollupDays,
  };
  settings.silentAfterHours = stored.silentAfterHours ?? settings.silentAfterHours;
}

async function readStored(db: Db): Promise<v.InferOutput<typeof storedSchema>> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', storedKey).executeTakeFirst();
  return row === undefined ? {} : v.parse(storedSchema, JSON.parse(row.value));
}
