import type { Setting, SettingKind } from '@gongkai/contract';
import { readSettings } from '../platform/setting/read-setting.ts';
import type { SettingDefinition, SettingValue } from '../platform/setting/setting.ts';
import type { Spine } from '../platform/spine.ts';
import type { Caller } from './caller.ts';
import { permitReadingAtRoot } from './permit-at-root.ts';

/** The settings of the installation as a form shows them, each with its value, default and range. */
export const listSettings = async (
  spine: Spine,
  caller: Caller,
  definitions: readonly SettingDefinition[],
  kind?: SettingKind,
): Promise<Setting[]> => {
  await permitReadingAtRoot(spine, caller, 'setting.view');
  const shown = definitions.filter((definition) => kind === undefined || definition.kind === kind);
  const values = await readSettings(spine.db, Object.fromEntries(shown.map((one) => [one.name, one])));
  return shown.map((one) => present(one, values[one.name] as SettingValue));
};

const present = (definition: SettingDefinition, value: SettingValue): Setting => {
  const { name, kind, group, label, help, type, defaultValue } = definition;
  const isInteger = definition.type === 'integer';
  return {
    name,
    kind,
    group,
    label,
    help,
    type,
    unit: isInteger ? definition.unit : null,
    least: isInteger ? definition.least : null,
    most: isInteger || definition.type === 'text' ? definition.most : null,
    choices:
      definition.type === 'choice'
        ? Object.entries(definition.choices).map(([choice, title]) => ({ value: choice, label: title }))
        : null,
    defaultValue,
    value,
  };
};
