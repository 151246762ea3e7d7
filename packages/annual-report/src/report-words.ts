import type { CellStatus } from './report.ts';

/** How a value was got, in a word and in a sentence. */
export const statusWords: Readonly<Record<CellStatus, { readonly name: string; readonly meaning: string }>> =
  {
    printed: { name: '印出', meaning: '表格里印着的内容' },
    blank: { name: '空白', meaning: '有这一格，但没有填写；空白不等于 0' },
    absent: { name: '缺失', meaning: '文件里没有这一格' },
    byOrder: { name: '按次序', meaning: '数字印在文件里，但缺少标题，按先后次序对上' },
    byArithmetic: { name: '按合计', meaning: '有几种读法，只有这一种符合合计关系' },
    solved: { name: '解出', meaning: '数字连在一起，按合计关系拆开' },
    recognised: { name: '识别', meaning: '从扫描图像中识别得来，请对照原件' },
    unreadable: { name: '读不准', meaning: '有内容，但不能确定是哪个数字' },
  };
