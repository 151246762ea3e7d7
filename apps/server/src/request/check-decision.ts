import type { StepInput } from '@gongkai/contract';
import { getOutcome } from '@gongkai/statute';
import type { Situation } from './step-definition.ts';

/** What the file must hold before the law lets a request end so; null where nothing is missing. */
export const checkDecision = (
  { outcome, reply, reasons, withheld, earlierRequestId, rightAgency, letter }: StepInput<'draft_decision'>,
  { facts }: Situation,
): string | null => {
  const { group, reasonsRequired, name } = getOutcome(outcome);
  if (reply === null && letter === null) return '答复书不由系统制作的，应当写明答复的内容';
  // 条例第三十六条第（三）项、第（五）项: 说明理由
  if (reasonsRequired && reasons === null) return `“${name}”应当说明理由`;
  // 条例第三十七条: each withheld part with its own ground.
  if (group === 'partial' && withheld.length === 0) return '部分公开应当逐处写明不予公开的内容及其依据';
  if (group !== 'partial' && withheld.length > 0) return '只有部分公开才逐处写明不予公开的内容';
  const asked = facts.consultations.filter(({ party }) => party === 'third_party');
  if (outcome === 'unavailable_nonexistent' && facts.searches === 0)
    return '条例第三十六条第（四）项：经检索没有所申请公开信息的，才能告知不存在。请先登记检索';
  if (outcome === 'unavailable_still_unclear' && !facts.corrected)
    return '条例第三十条：没有经过补正，不能以补正后仍不明确答复';
  if (outcome === 'refused_third_party' && asked.length === 0)
    return '条例第三十二条：应当先书面征求第三方的意见';
  if (
    outcome === 'disclosed_public_interest' &&
    !asked.some(({ answer }) => answer === 'objects' || answer === 'objectsWithReason')
  )
    return '没有第三方不同意公开的意见，不属于这一情形';
  if (outcome === 'not_processed_excessive' && facts.reasonsAskedOn === null)
    return '条例第三十五条：应当先要求申请人说明理由';
  // 条例第三十六条第（五）项: 能够确定的，告知该行政机关的名称、联系方式
  if (rightAgency !== null && outcome !== 'unavailable_not_responsible')
    return '只有不属于本机关负责公开的，才告知负责公开的机关';
  if ((outcome === 'not_processed_duplicate') !== (earlierRequestId !== null))
    return outcome === 'not_processed_duplicate'
      ? '条例第三十六条第（六）项：请写明已经答复的那件申请'
      : '只有重复申请才写明已经答复的那件申请';
  return null;
};
