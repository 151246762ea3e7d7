import type { TrackedRequest } from '@gongkai/contract';
import { type SheetBlock, writeSheet } from '@gongkai/reply-document';
import { type CivilDate, inChinese } from '@gongkai/statute';
import { type LetterFile, paperFonts } from '../letter/letter-file.ts';
import { nextAfterSubmitting } from './next-after-submitting.ts';

/**
 * 提交回执: number and query code on one sheet of A4, for somebody to keep, with what happens next. 登记回执
 * (条例第四十五条) is another paper: it exists once both sides have confirmed. `where`: the address to look things up.
 */
export const submissionSlip = async (
  tracked: TrackedRequest,
  queryCode: string,
  where: string,
): Promise<LetterFile> => {
  const { number, agencyName, submittedOn } = tracked;
  const blocks: readonly SheetBlock[] = [
    {
      kind: 'fields',
      rows: [
        [['登记编号', number]],
        [['查询码', queryCode]],
        [['查询的网址', where]],
        [['受理机关', agencyName]],
        [['提交日期', inChinese(submittedOn as CivilDate)]],
      ],
    },
    {
      kind: 'note',
      text: '请妥善保管，查询码不要告诉别人。凭登记编号和查询码可以查进度、补正、补交材料、下载答复、撤回申请。遗失的，请带身份证件到受理机关的公开工作机构查询。',
    },
    { kind: 'heading', text: '接下来' },
    {
      kind: 'fields',
      rows: nextAfterSubmitting(tracked).map(({ label, value }) => [[label, value]] as const),
    },
    {
      kind: 'note',
      text: '本回执表明系统已经收下您的申请。双方确认收到以后，可以在查询的网址下载受理机关的登记回执。',
    },
  ];
  const bytes = await writeSheet(
    { kind: 'form', organ: agencyName, title: '政府信息公开申请提交回执', number: null, blocks },
    paperFonts(),
  );
  return { name: `申请提交回执（${number}）.pdf`, mediaType: 'application/pdf', bytes };
};
