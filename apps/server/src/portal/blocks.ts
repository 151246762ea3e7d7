import { type ColumnBlock, columnBlocks } from '@gongkai/contract';

/** What one finds in each of the statutory blocks (国办公开办函〔2019〕61号), in one sentence. */
const descriptions: Readonly<Record<ColumnBlock, string>> = {
  guide: '信息怎样分类、编排，向哪个机构、怎样获取。',
  rules: '《政府信息公开条例》和本级、本机关的公开制度。',
  statutory_content: '条例第二十条、第二十一条规定应当主动公开的信息。',
  annual_reports: '各机关历年的政府信息公开工作年度报告。',
};

export interface Block {
  readonly id: ColumnBlock;
  readonly title: string;
  readonly description: string;
  readonly href: string;
}

/** The statutory blocks in their official order. */
export const blocks: readonly Block[] = (Object.keys(columnBlocks) as readonly ColumnBlock[]).map((id) => ({
  id,
  title: columnBlocks[id],
  description: descriptions[id],
  href: `/blocks/${id}`,
}));

export const findBlock = (id: string | undefined): Block | undefined =>
  blocks.find((block) => block.id === id);
