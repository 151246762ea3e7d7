import { type CivilDate, civilDateOf, type EpochDay, inChinese } from '../civil-date.ts';
import type { Run } from './run.ts';

/** 补正期限至2026年3月25日, or that it is over. */
const untilWhen = (period: string, due: EpochDay, asOf: CivilDate): string => {
  const date = civilDateOf(due);
  return date < asOf ? `${period}已于${inChinese(date)}届满` : `${period}至${inChinese(date)}`;
};

const saysCorrection = ({ correction }: Run, asOf: CivilDate): readonly string[] => {
  if (!correction || correction.corrected !== null) return [];
  const until = untilWhen('补正期限', correction.due, asOf);
  if (!correction.restarts)
    return [
      `已告知申请人补正，${until}；告知晚于收到申请之日起7个工作日，答复期限不停止计算（条例第三十条）。`,
    ];
  if (civilDateOf(correction.due) < asOf)
    return [`${until}，没有收到补正；申请人无正当理由的，视为放弃申请，不再处理（条例第三十条）。`];
  return [`正在等待申请人补正，${until}；收到补正后重新计算答复期限（条例第三十条）。`];
};

const saysPayment = ({ fee, policy }: Run, asOf: CivilDate): readonly string[] => {
  if (!fee || fee.paid !== null) return [];
  const until = untilWhen('缴费期限', fee.due, asOf);
  if (!fee.counts)
    return [`已通知申请人缴费，${until}；通知晚于申请处理期限，答复期限不停止计算（信息处理费管理办法）。`];
  if (civilDateOf(fee.due) < asOf)
    return [`${until}，没有缴费；视为放弃申请，不再处理（信息处理费管理办法）。`];
  const then = policy.afterPayment === 'restart' ? '缴费后重新计算处理期限' : '缴费后继续计算处理期限';
  return [`正在等待申请人缴费，${until}；${then}（信息处理费管理办法）。`];
};

/** What the applicant still has to do, until when, and what follows; nothing once the case is over. */
export const saysWaiting = (run: Run, asOf: CivilDate): readonly string[] =>
  run.end ? [] : [...saysCorrection(run, asOf), ...saysPayment(run, asOf)];
