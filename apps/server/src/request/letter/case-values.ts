import { intakeChannels, type ProvisionForm, type ProvisionWay } from '@gongkai/contract';
import type { SlotValues } from '@gongkai/reply-document';
import { addWorkingDays, inChinese, thirdPartyAnswerNames } from '@gongkai/statute';
import { type DoneStep, type LetterRecord, lastStep } from './letter-record.ts';
import { contactLines, returnTo } from './reach-of.ts';

const forms: Readonly<Record<ProvisionForm, string>> = {
  paper: '纸质复印件',
  electronic: '电子文件',
  disc: '光盘',
  inspection: '安排查阅、抄录',
};
const ways: Readonly<Record<ProvisionWay, string>> = {
  in_person: '当面领取',
  post: '邮寄送达',
  electronic: '发送至申请人提供的电子邮箱或者网上申请平台',
  fax: '传真',
};

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** What was applied for, as the correction has it where there was one (条例第三十条). */
const requested = ({ content, steps }: LetterRecord): string | null => {
  if (content === null) return null;
  const corrected = text(lastStep(steps, 'receive_correction')?.texts.description);
  const { title, documentNumber, description } = content;
  const head = title ? `${title}${documentNumber ? `（${documentNumber}）` : ''}` : (documentNumber ?? '');
  const body = corrected || description;
  return head === '' || body.includes(head) ? body : head === body ? head : `${head}；${body}`;
};

/** 条例第三十六条第（四）项: what was searched, as it was recorded when it was done. */
const searchRecord = (steps: readonly DoneStep[]): string | null => {
  const searches = steps.filter(({ step }) => step === 'record_search');
  if (searches.length === 0) return null;
  return searches
    .map(({ on, texts }) => {
      const [where, how, found] = [texts.where, texts.how, texts.found].map((part) =>
        text(part).replace(/[。；]+$/u, ''),
      );
      return `${inChinese(on)}，在${where}检索，方法和经过：${how}，结果：${found}`;
    })
    .join('；');
};

/** Never a name, nor a word of what they wrote: the applicant reads it (条例第三十二条). */
const thirdPartyConsulted = ({ found: { facts }, clock }: LetterRecord): string | null => {
  const asked = facts.consultations.filter(({ party }) => party === 'third_party');
  if (asked.length === 0) return null;
  return asked
    .map(({ label, sentOn, answer }) => {
      const due = clock.deadlines.find(({ kind, name }) => kind === 'third_party_opinion' && name === label);
      const said = answer
        ? thirdPartyAnswerNames[answer]
        : due?.due && clock.asOf > due.due
          ? '逾期未提出意见，由本机关依照条例的规定决定'
          : '没有提出意见';
      const who = asked.length === 1 ? '其' : label;
      return `本机关已于${inChinese(sentOn)}书面征求${who}意见，第三方${said}`;
    })
    .join('；');
};

/** 条例第三十五条: what the applicant said, or that nothing was said. */
const statedReasons = (steps: readonly DoneStep[]): string | null => {
  const asked = lastStep(steps, 'ask_for_reasons');
  if (!asked) return null;
  const said = lastStep(steps, 'record_reasons');
  return said
    ? `申请人于${inChinese(said.on)}说明：${text(said.texts.reasons)}`
    : `经本机关于${inChinese(asked.on)}通知，申请人没有说明理由`;
};

const consultedWhom = ({ found: { facts } }: LetterRecord): string | null => {
  const parties = new Set(facts.consultations.map(({ party }) => party));
  if (parties.size === 0) return null;
  if (parties.has('third_party')) return parties.size === 1 ? '第三方' : '第三方和其他机关';
  return parties.has('joint_maker') && parties.size === 1 ? '共同制作该政府信息的机关' : '其他机关';
};

/** Nothing is no value: the letter then names it as missing. */
export const withoutBlank = (
  values: Readonly<Record<string, string | readonly string[] | null | undefined>>,
): SlotValues =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value.length > 0),
  ) as SlotValues;

/** How a correction can be put so that it is found (条例第三十条: 给予指导和释明). */
const guidance =
  '请写明所需政府信息的名称、文号，或者形成时间、制作机关、所涉事项等便于查询的其他特征性描述。';

/** What the record itself says for the slots of a letter. */
export const valuesOfCase = (record: LetterRecord): SlotValues => {
  const { found, steps, applicant, agency, clock, calendar, on } = record;
  const { row, facts } = found;
  const deadline = (kind: 'correction' | 'payment') =>
    clock.deadlines.find((one) => one.kind === kind)?.due ?? null;
  const consulted = facts.consultations.at(-1);
  const withdrawn = lastStep(steps, 'withdraw');
  return withoutBlank({
    addressee: applicant?.name ?? null,
    addressAs: row.applicant_kind === 'naturalPerson' ? '您' : '你单位',
    contact: contactLines(agency),
    returnTo: returnTo(agency),
    payBy: agency.feePayment,
    receivedOn: clock.received,
    requested: requested(record),
    correctedOn: lastStep(steps, 'receive_correction')?.on,
    extendedNoticeOn: facts.extension?.stage === 'notified' ? lastStep(steps, 'notify_extension')?.on : null,
    requestNumber: row.number,
    submittedBy: intakeChannels[row.channel],
    replyDue: clock.due,
    correctionGuidance: guidance,
    correctionServedOn: facts.correction?.receivedOn,
    correctionDue: deadline('correction'),
    requestVolume: record.volume,
    reasonsDue: addWorkingDays(calendar, on, 10).date,
    statedReasons: statedReasons(steps),
    answerDue: addWorkingDays(calendar, on, 15).date,
    consultedMatter: '上述信息是否准确、能否公开，以及有无其他意见',
    consultedOn: consulted?.sentOn,
    consultedWhom: consultedWhom(record),
    extensionDays: facts.extension ? String(facts.extension.workingDays) : null,
    feeAmount: lastStep(steps, 'issue_fee_notice')?.facts.amount,
    feeServedOn: facts.fee?.receivedOn,
    paymentDue: deadline('payment'),
    provided: record.provided,
    providedAs: `${forms[row.form]}，${ways[row.way]}`,
    searchRecord: searchRecord(steps),
    thirdPartyConsulted: thirdPartyConsulted(record),
    withdrawnOn: withdrawn?.on,
    withdrawnBy: withdrawn ? (withdrawn.personId === null ? '网上' : '书面') : null,
  });
};
