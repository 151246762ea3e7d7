import type { Work } from '../act.ts';
import { Refusal } from '../refusal.ts';
import { readSetting } from './read-setting.ts';
import { type SettingDefinition, type SettingValue, settingProblem } from './setting.ts';

/**
 * Sets a value, or the default again (null), in the caller's act. Returns the value before and after; they are the
 * same where nothing changed. Throws `Refusal` SETTING_INVALID for a value outside the definition's range. Whether
 * the caller may do so is for the use case to check.
 */
export const changeSetting = async (
  { db, now }: Pick<Work, 'db' | 'now'>,
  definition: SettingDefinition,
  value: SettingValue | null,
): Promise<{ readonly before: SettingValue; readonly after: SettingValue }> => {
  const { name, defaultValue } = definition;
  const problem = value === null ? undefined : settingProblem(definition, value);
  if (problem) throw new Refusal('invalid', 'SETTING_INVALID', `${problem}请修改后再保存。`, name);
  const before = await readSetting(db, definition);
  if (value === null) await db.deleteFrom('setting').where('name', '=', name).execute();
  else
    await db
      .insertInto('setting')
      .values({ name, value: JSON.stringify(value), changed_at: now })
      .onConflict((conflict) =>
        conflict.column('name').doUpdateSet({ value: JSON.stringify(value), changed_at: now }),
      )
      .execute();
  return { before, after: value ?? defaultValue };
};
