import { type Citation, cite } from '@gongkai/statute';
import { oneLine } from '../printable.ts';
import { withoutEndMark } from './say-value.ts';

/** A part that is withheld (不予公开的部分) within a partial disclosure. */
export interface WithheldPart {
  /** Which part, so that it is found again and not learned: 第3页联系人的身份证件号码. */
  readonly part: string;
  readonly basis: readonly Citation[];
  readonly reason: string;
}

/** An entry of the list 不予公开的部分: 条例第三十七条 wants the reasons for each. */
export const sayWithheld = ({ part, basis, reason }: WithheldPart): string => {
  const plain = withoutEndMark(oneLine(part), '。');
  return `${plain}。依据：${cite(basis)}。理由：${withoutEndMark(oneLine(reason), '。')}。`;
};
