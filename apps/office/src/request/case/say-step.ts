import { intakeChannels, provisionWays, type RequestCase, secrecyConclusions } from '@gongkai/contract';
import {
  exemptions,
  feeSchemeNames,
  getOutcome,
  isOutcomeId,
  replyTemplates,
  thirdPartyAnswerNames,
} from '@gongkai/statute';

type Entry = RequestCase['timeline'][number];
type Line = readonly [label: string, text: string];

const parties = { third_party: '第三方', other_organ: '其他机关', joint_maker: '共同制作机关' } as const;

const wordIn =
  (words: Readonly<Record<string, string>>) =>
  (value: unknown): string =>
    words[String(value)] ?? String(value);

const nameOf = (id: unknown): string => {
  const text = String(id);
  return isOutcomeId(text) ? getOutcome(text).name : text;
};

/** What the record keeps in clear, in the order in which it is told; what isn't here says nothing to people. */
const facts: Readonly<
  Record<string, readonly [label: string, say: (value: unknown, entry: Entry) => string]>
> = {
  outcome: ['办理结果', nameOf],
  conclusion: ['结论', wordIn(secrecyConclusions)],
  documentNumber: ['文号', String],
  channel: ['来件渠道', wordIn(intakeChannels)],
  unreachable: ['联系', (value) => (value ? '邮件到达当日联系不上申请人' : '')],
  notice: ['文书', (value) => (value === 'fee' ? '收费通知书' : '补正告知书')],
  label: ['征求', (value, entry) => `${wordIn(parties)(entry.facts.party)}，${String(value)}`],
  answer: ['意见', wordIn(thirdPartyAnswerNames)],
  template: ['函件', (value) => replyTemplates.find(({ id }) => id === value)?.name ?? String(value)],
  workingDays: [
    '期限',
    (value, { step }) => `${step === 'propose_extension' ? '延长 ' : ''}${String(value)} 个工作日`,
  ],
  until: ['延迟到', String],
  amount: [
    '应收',
    (value, entry) =>
      `${String(value)} 元（${wordIn(feeSchemeNames)(entry.facts.scheme)}，${String(entry.facts.quantity)} ${entry.facts.scheme === 'item' ? '件' : '页'}）`,
  ],
  exemptions: [
    '不予公开的依据',
    (value) =>
      (value as readonly string[])
        .map((id) => exemptions.find((exemption) => exemption.id === id)?.name ?? id)
        .join('、'),
  ],
  way: ['方式', wordIn(provisionWays)],
  score: ['评分', (value) => `${String(value)} 分（满分 5 分）`],
};

const texts: Readonly<Record<string, string>> = {
  name: '名称',
  matter: '事项',
  description: '申请内容',
  where: '检索的范围',
  how: '检索的方法和经过',
  found: '检索的结果',
  opinion: '意见的内容和理由',
  reply: '答复的内容',
  reasons: '理由',
  reason: '理由',
  basis: '依据',
  note: '意见',
  proof: '凭证',
  comment: '意见和建议',
};

/** What was done, in the words of the record: for the eye at once. */
export const factsOf = (entry: Entry): readonly Line[] =>
  Object.entries(facts).flatMap(([name, [label, say]]) => {
    const value = entry.facts[name];
    if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return [];
    const text = say(value, entry);
    return text === '' ? [] : [[label, text] as const];
  });

/** What somebody wrote: shown on demand. */
export const textsOf = ({ texts: written }: Entry): readonly Line[] =>
  Object.entries(texts).flatMap(([name, label]) => {
    const value = written[name];
    return typeof value === 'string' && value !== '' ? [[label, value] as const] : [];
  });
