import type { SettingDefinition } from '../platform/setting/setting.ts';
import { api } from './api.ts';
import { changeSettings } from './change-settings.ts';
import { listSettings } from './list-settings.ts';
import { operationSettings } from './operation-settings.ts';
import { securitySettings } from './security-policy.ts';

const ownSettings: readonly SettingDefinition[] = [
  ...Object.values(operationSettings),
  ...Object.values(securitySettings),
];

/** The API's part on settings: the area's own, and those that other areas bring. */
export const settingRoutes = (others: readonly SettingDefinition[]) => {
  const definitions = [...others, ...ownSettings];
  return {
    list: api.setting.list.handler(({ context: { spine, caller }, input }) =>
      listSettings(spine, caller, definitions, input.kind),
    ),
    change: api.setting.change.handler(async ({ context: { spine, caller }, input }) => {
      await changeSettings(spine, caller, definitions, input);
      return {};
    }),
  };
};
