import type { SectionId } from '../../report.ts';
import type { Block } from '../printed-report.ts';

export interface SheetContent {
  /** At most 31 characters, none of []:*?/\, no name twice: Excel's rules. */
  readonly name: string;
  readonly blocks: readonly Block[];
}

const names: Readonly<Record<SectionId, string>> = {
  overview: '一、总体情况',
  proactive: '二、主动公开',
  requests: '三、依申请公开',
  reviews: '四、复议诉讼',
  problems: '五、问题和改进',
  other: '六、其他事项',
};

/** Every heading begins a sheet; what stands before the first one goes with it. */
export const splitIntoSheets = (blocks: readonly Block[]): readonly SheetContent[] => {
  const headings = blocks.flatMap((block, index) => (block.kind === 'heading' ? [index] : []));
  if (headings.length === 0) return [{ name: '年度报告', blocks }];
  const used = new Map<string, number>();
  return headings.map((start, index) => {
    const heading = blocks[start]!;
    const name = heading.kind === 'heading' ? names[heading.section] : '';
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return {
      name: count === 1 ? name : `${name}（${count}）`,
      blocks: blocks.slice(index === 0 ? 0 : start, headings[index + 1]),
    };
  });
};
