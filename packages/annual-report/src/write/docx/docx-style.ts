import { convertMillimetersToTwip, type IRunOptions, type IStylesOptions, LineRuleType } from 'docx';

/**
 * The look of an official document: GB/T 9704-2012《党政机关公文格式》: A4, margins 37/35/28/26 mm, body
 * 仿宋 size 3 (16 pt) on lines of 28 pt, first-level headings 黑体, second-level 楷体, title 小标宋 size 2 (22 pt).
 */
export const page = {
  width: convertMillimetersToTwip(210),
  height: convertMillimetersToTwip(297),
  margin: {
    top: convertMillimetersToTwip(37),
    bottom: convertMillimetersToTwip(35),
    left: convertMillimetersToTwip(28),
    right: convertMillimetersToTwip(26),
    footer: convertMillimetersToTwip(25),
  },
} as const;

/** In twentieths of a point. */
export const textWidth = page.width - page.margin.left - page.margin.right;

const face = (eastAsia: string): IRunOptions['font'] => ({
  eastAsia,
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
});

export const faces = {
  title: face('方正小标宋简体'),
  heading: face('黑体'),
  subheading: face('楷体'),
  body: face('仿宋'),
  table: face('宋体'),
} as const;

const bodyLine = { line: 560, lineRule: LineRuleType.EXACT } as const;

export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: faces.body, size: 32, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
    },
    title: {
      run: { font: faces.title, size: 44 },
      paragraph: { spacing: { after: 560, line: 680, lineRule: LineRuleType.EXACT } },
    },
    heading1: {
      run: { font: faces.heading, size: 32 },
      paragraph: { spacing: { ...bodyLine, before: 240, after: 120 } },
    },
    heading2: { run: { font: faces.subheading, size: 32, bold: true }, paragraph: { spacing: bodyLine } },
  },
  paragraphStyles: [
    { id: 'Body', name: '正文段落', quickFormat: true, paragraph: { spacing: bodyLine } },
    { id: 'Hint', name: '填写提示', basedOn: 'Body', run: { color: '6B7480' } },
    {
      id: 'Cell',
      name: '表格文字',
      run: { font: faces.table, size: 18 },
      paragraph: { spacing: { before: 40, after: 40 } },
    },
    { id: 'PageNumber', name: '页码样式', run: { font: faces.table, size: 28 } },
  ],
};

/**
 * Word takes 宋体 where 方正小标宋简体 is not installed, instead of whatever comes first (ECMA-376-1,
 * 17.8.3.1 altName).
 */
export const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="方正小标宋简体"><w:altName w:val="宋体"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font><w:font w:name="仿宋"><w:altName w:val="仿宋_GB2312"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font><w:font w:name="楷体"><w:altName w:val="楷体_GB2312"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font></w:fonts>`;
