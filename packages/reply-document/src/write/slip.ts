import { type CivilDate, inChinese } from '@gongkai/statute';
import type { ReplyDocument } from '../document.ts';
import { oneLine } from '../printable.ts';

/** 回执: a page that goes along with a letter, to be filled in by whoever is asked, signed and sent back. */
export interface Slip {
  readonly title: string;
  readonly salutation: string;
  readonly body: readonly string[];
  /** What is filled in at the end, a line each. */
  readonly signature: readonly string[];
}

const room = '＿'.repeat(25);
const date = '　　　年　　月　　日';

/** What each consultation asks back (条例第三十二条、第三十四条、第三十三条第三款). */
const slips: Readonly<Partial<Record<ReplyDocument['kind'], Pick<Slip, 'body' | 'signature'>>>> = {
  third_party_consultation: {
    body: [
      '□ 同意公开。',
      '□ 不同意公开。不同意公开的具体内容和理由：',
      room,
      room,
      room,
      '□ 部分不同意公开。不同意公开的部分和理由：',
      room,
      room,
    ],
    signature: ['第三方（签名或者盖章）：', '联系人和电话：', date],
  },
  joint_maker_consultation: {
    body: ['□ 同意公开。', '□ 不同意公开。依据和理由：', room, room, '□ 其他意见：', room, room],
    signature: ['单位（盖章）：', '联系人和电话：', date],
  },
  other_agency_consultation: {
    body: ['□ 可以公开。', '□ 不宜公开。依据和理由：', room, room, '□ 其他意见：', room, room],
    signature: ['单位（盖章）：', '联系人和电话：', date],
  },
};

/** The slip of a letter; null where nothing is asked back. */
export const slipOf = (document: ReplyDocument): Slip | null => {
  const slip = slips[document.kind];
  if (!slip) return null;
  const number = document.number === null ? '' : `（${oneLine(document.number)}）`;
  const sent = inChinese(document.date as CivilDate);
  return {
    title: '政府信息公开征求意见回执',
    salutation: `${oneLine(document.organ)}：`,
    body: [`贵机关${sent}《${oneLine(document.title)}》${number}收悉，现答复如下：`, ...slip.body],
    signature: slip.signature,
  };
};
