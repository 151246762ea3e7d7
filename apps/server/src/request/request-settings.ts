import { type ClockPolicy, defaultClockPolicy } from '@gongkai/statute';
import type { Db } from '../platform/database/open-database.ts';
import { readSettings } from '../platform/setting/read-setting.ts';
import type { BooleanSetting, ChoiceSetting, IntegerSetting } from '../platform/setting/setting.ts';
import { retentionSettings } from './archive/retention.ts';

const group = '依申请公开';
const since = '只用于此后收到的申请，已经收到的不变。';

/** What the texts leave open about the clock (see `ClockPolicy`), as settings of the installation. */
const clockSettings = {
  afterPayment: {
    type: 'choice',
    name: 'request.after_payment',
    kind: 'operation',
    group,
    label: '缴费以后的答复期限',
    choices: { restart: '重新计算', resume: '继续计算剩余的期限' },
    defaultValue: 'restart',
    help: `信息处理费管理办法没有公布这一条的全文，四川等地规定从缴费次日起重新计算。${since}`,
  } satisfies ChoiceSetting<ClockPolicy['afterPayment']>,
  lateCorrectionRestarts: {
    type: 'boolean',
    name: 'request.late_correction_restarts',
    kind: 'operation',
    group,
    label: '超过7个工作日才告知补正的，收到补正后也重新计算期限',
    defaultValue: false,
    help: `条例第三十条要求收到申请之日起7个工作日内告知，对迟到的告知没有规定；默认不因机关自己迟延而延长。${since}`,
  } satisfies BooleanSetting,
  lateFeeNoticeRestarts: {
    type: 'boolean',
    name: 'request.late_fee_notice_restarts',
    kind: 'operation',
    group,
    label: '超过答复期限才发出的收费通知也停止期限',
    defaultValue: false,
    help: `收费通知应当在申请处理期限内发出。${since}`,
  } satisfies BooleanSetting,
  lateExtensionCounts: {
    type: 'boolean',
    name: 'request.late_extension_counts',
    kind: 'operation',
    group,
    label: '超过答复期限才告知的延期也有效',
    defaultValue: false,
    help: `条例第三十三条第二款：延长答复期限应当告知申请人。默认须在原期限内告知。${since}`,
  } satisfies BooleanSetting,
  sendingDayExcluded: {
    type: 'boolean',
    name: 'request.sending_day_excluded',
    kind: 'operation',
    group,
    label: '发出征求意见书的当天也不计入答复期限',
    defaultValue: false,
    help: `条例第三十三条第三款：征求意见所需时间不计算在期限内，没有写明从哪一天起；默认从次日起不计算。${since}`,
  } satisfies BooleanSetting,
} as const;

/** 依申请公开, as settings of the installation. */
export const requestSettings = {
  ...clockSettings,
  ...retentionSettings,
  correctionDays: {
    type: 'integer',
    name: 'request.correction_days',
    kind: 'operation',
    group,
    label: '补正期限预填',
    unit: '个工作日',
    least: 1,
    most: 250,
    defaultValue: 10,
    help: '条例第三十条要求告知合理的补正期限，没有写明天数；经办人可以逐件改。',
  } satisfies IntegerSetting,
} as const;

/** The policy that holds for what is received now, as far as it is not the default: what a submission keeps of it. */
export const readClockPolicy = async (db: Db): Promise<Partial<ClockPolicy>> => {
  const set: Partial<ClockPolicy> = await readSettings(db, clockSettings);
  return Object.fromEntries(
    Object.entries(set).filter(([name, value]) => defaultClockPolicy[name as keyof ClockPolicy] !== value),
  );
};
