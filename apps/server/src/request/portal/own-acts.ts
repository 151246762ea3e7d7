import type { ApplicantStep } from '@gongkai/contract';
import type { ApplicantAct } from './application-forms.ts';

/** An act of the page, as the use case takes it. */
export interface OwnAct {
  readonly step: ApplicantStep;
  /** What follows, said on the page afterwards. */
  readonly done: string;
  readonly input: (typed: ReadonlyMap<string, string>) => Readonly<Record<string, unknown>>;
  /** What is missing or too long, and what to do; empty where nothing is. `files`: how many came with it. */
  readonly complain: (typed: ReadonlyMap<string, string>, files: number) => readonly string[];
}

const textOf = (typed: ReadonlyMap<string, string>, name: string): string => (typed.get(name) ?? '').trim();
const orNull = (typed: ReadonlyMap<string, string>, name: string): string | null =>
  textOf(typed, name) || null;

const tooLong = (typed: ReadonlyMap<string, string>, name: string, label: string, most: number): string[] => {
  const { length } = [...textOf(typed, name)];
  return length > most ? [`${label}最多 ${most} 字，现在有 ${length} 字，请删减`] : [];
};

const needed = (
  typed: ReadonlyMap<string, string>,
  name: string,
  label: string,
  most: number,
): readonly string[] => (textOf(typed, name) === '' ? [`请填写${label}`] : tooLong(typed, name, label, most));

/** Each act of the page: its step, what it takes, what it says. */
export const ownActs: Readonly<Record<ApplicantAct, OwnAct>> = {
  correct: {
    step: 'receive_correction',
    done: '已收到您的补正，答复期限自收到补正的次日起重新计算。',
    input: (typed) => ({ description: textOf(typed, 'description') }),
    complain: (typed) => needed(typed, 'description', '补正后的申请内容', 5000),
  },
  reasons: {
    step: 'record_reasons',
    done: '已收到您说明的理由。',
    input: (typed) => ({ reasons: textOf(typed, 'reasons') }),
    complain: (typed) => needed(typed, 'reasons', '理由', 5000),
  },
  agree: {
    step: 'agree_to_fee',
    done: '已收到您同意缴费的答复。请按收费通知书写明的办法缴纳。',
    input: () => ({}),
    complain: () => [],
  },
  material: {
    step: 'receive_material',
    done: '已收到您补交的材料。',
    input: (typed) => ({ note: orNull(typed, 'note') }),
    complain: (typed, files) => [
      ...(files === 0 ? ['没有收到文件，请选择要补交的文件'] : []),
      ...tooLong(typed, 'note', '说明', 500),
    ],
  },
  withdraw: {
    step: 'withdraw',
    done: '申请已经撤回，机关不再办理。',
    input: (typed) => ({ reason: orNull(typed, 'reason') }),
    complain: (typed) => tooLong(typed, 'reason', '撤回的原因', 1000),
  },
  rate: {
    step: 'rate_service',
    done: '已收到您的评价，谢谢。',
    input: (typed) => ({ score: Number(textOf(typed, 'score')), comment: orNull(typed, 'comment') }),
    complain: (typed) => [
      ...(/^[1-5]$/.test(textOf(typed, 'score')) ? [] : ['请选择您满意的程度']),
      ...tooLong(typed, 'comment', '意见和建议', 1000),
    ],
  },
};
