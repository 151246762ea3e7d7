import { getOutcome, isOutcomeId, type OutcomeGroup } from '@gongkai/statute';
import type { Db } from '../../platform/database/open-database.ts';
import { readSettings } from '../../platform/setting/read-setting.ts';
import type { IntegerSetting } from '../../platform/setting/setting.ts';

const years = (name: string, label: string, defaultValue: number): IntegerSetting => ({
  type: 'integer',
  name: `archive.${name}_years`,
  kind: 'operation',
  group: '依申请公开案卷的保存期限',
  label,
  unit: '年',
  least: 1,
  defaultValue,
  most: 999,
  help: '从归档的次年 1 月 1 日起算，届满后列入待销毁的案卷，由公开机构负责人鉴定后销毁。按本单位的档案保管期限表填写（机关文件材料归档范围和文书档案保管期限规定：定期分为 30 年、10 年）。',
});

/** ○ How long cases are kept, by how they ended: each agency has its own schedule (档案保管期限表). */
export const retentionSettings = {
  decided: years('decided', '作出答复的（公开、部分公开、不予公开、无法提供）', 30),
  notProcessed: years('not_processed', '不予处理和其他处理的', 30),
  abandoned: years('abandoned', '申请人撤回或者视为放弃的', 10),
} as const satisfies Readonly<Record<string, IntegerSetting>>;

export type RetentionKind = keyof typeof retentionSettings;

const kindOfGroup: Readonly<Record<OutcomeGroup, RetentionKind>> = {
  disclosed: 'decided',
  partial: 'decided',
  refused: 'decided',
  unavailable: 'decided',
  notProcessed: 'notProcessed',
  otherHandling: 'notProcessed',
};

/** Which period holds for a case, by its outcome. */
export const retentionKind = (outcome: string): RetentionKind => {
  if (!isOutcomeId(outcome)) return 'decided';
  const { group, origin } = getOutcome(outcome);
  return origin === 'decision' ? kindOfGroup[group] : 'abandoned';
};

export type RetentionYears = Readonly<Record<RetentionKind, number>>;

export const readRetention = (db: Db): Promise<RetentionYears> => readSettings(db, retentionSettings);

/** The last day of the period: it is counted from the year after the archiving. */
export const keepUntil = (archivedOn: string, outcome: string, periods: RetentionYears): string =>
  `${String(Number(archivedOn.slice(0, 4)) + periods[retentionKind(outcome)]).padStart(4, '0')}-12-31`;
