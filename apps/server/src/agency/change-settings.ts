import type { ChangeSettings } from '@gongkai/contract';
import { Refusal } from '../platform/refusal.ts';
import { changeSetting } from '../platform/setting/change-setting.ts';
import type { SettingDefinition } from '../platform/setting/setting.ts';
import type { Spine } from '../platform/spine.ts';
import { actAs } from './act-as.ts';
import type { Caller } from './caller.ts';
import { requireConfirmation } from './confirm-identity.ts';
import { permitAtRoot } from './permit-at-root.ts';

/**
 * Changes settings of the installation, all of them or none: 系统管理员 how it is run, 安全管理员 what keeps it safe,
 * the latter after proving once more who they are.
 */
export const changeSettings = async (
  spine: Spine,
  caller: Caller,
  definitions: readonly SettingDefinition[],
  { changes }: ChangeSettings,
): Promise<void> => {
  const wanted = changes.map(({ name, value }) => {
    const definition = definitions.find((one) => one.name === name);
    if (!definition)
      throw new Refusal('not_found', 'SETTING_UNKNOWN', `没有“${name}”这项设置，请刷新页面。`, name);
    return { definition, value };
  });
  if (wanted.some(({ definition }) => definition.kind === 'security'))
    await requireConfirmation(spine, caller);
  await actAs(spine, caller, async ({ db, now, record }) => {
    for (const { definition, value } of wanted) {
      const rootId = await permitAtRoot(db, caller, 'setting.change', definition.kind);
      const { before, after } = await changeSetting({ db, now }, definition, value);
      if (before === after) continue;
      record({
        kind: 'setting_changed',
        agencyId: rootId,
        subject: { kind: 'setting', id: definition.name },
        data: { label: definition.label, before, after },
      });
    }
  });
};
