import type { Db } from '../database/open-database.ts';
import { type SettingDefinition, type SettingValue, settingProblem, type ValueOf } from './setting.ts';

/** The values of several settings in one query, by name. A value that no longer fits its range counts as unset. */
export const readSettings = async <const D extends Readonly<Record<string, SettingDefinition>>>(
  db: Db,
  definitions: D,
): Promise<{ readonly [K in keyof D]: ValueOf<D[K]> }> => {
  const all = Object.entries(definitions);
  const rows = await db
    .selectFrom('setting')
    .select(['name', 'value'])
    .where(
      'name',
      'in',
      all.map(([, { name }]) => name),
    )
    .execute();
  const set = new Map(rows.map(({ name, value }) => [name, value as SettingValue]));
  return Object.fromEntries(
    all.map(([key, definition]) => {
      const value = set.get(definition.name);
      const counts = value !== undefined && settingProblem(definition, value) === undefined;
      return [key, counts ? value : definition.defaultValue];
    }),
  ) as never;
};

/** The value of one setting: what was set, else its default. */
export const readSetting = async <D extends SettingDefinition>(db: Db, definition: D): Promise<ValueOf<D>> =>
  (await readSettings(db, { value: definition })).value as ValueOf<D>;
