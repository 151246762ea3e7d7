import { convertMillimetersToTwip, type IRunOptions, type IStylesOptions, LineRuleType } from 'docx';

/**
 * The look of an official letter: GB/T 9704-2012, 10.1 信函格式, in the faces that offices have: title 小标宋
 * size 2 (22 pt), body 仿宋 size 3 (16 pt) on lines of 28.9 pt, so that 22 of them fill a page.
 */
export const page = {
  width: convertMillimetersToTwip(210),
  height: convertMillimetersToTwip(297),
  margin: {
    top: convertMillimetersToTwip(37),
    bottom: convertMillimetersToTwip(35),
    left: convertMillimetersToTwip(28),
    right: convertMillimetersToTwip(26),
    header: convertMillimetersToTwip(30),
    footer: convertMillimetersToTwip(20),
  },
} as const;

/** Of the red lines: 170 mm on a text width of 156 mm, in the middle of the page. */
export const lineIndent = {
  left: -convertMillimetersToTwip(8),
  right: -convertMillimetersToTwip(6),
} as const;

export const red = 'C00000';

/** A character and a line of the body, in twentieths of a point. */
export const em = 320;
export const pitch = 578;

const face = (eastAsia: string): IRunOptions['font'] => ({
  eastAsia,
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
});

const bodyLine = { line: pitch, lineRule: LineRuleType.EXACT } as const;

export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: face('仿宋'), size: 32, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
    },
    title: {
      run: { font: face('方正小标宋简体'), size: 44 },
      paragraph: { spacing: { before: 2 * pitch, after: pitch, line: 680, lineRule: LineRuleType.EXACT } },
    },
  },
  paragraphStyles: [
    { id: 'Letterhead', name: '发文机关标志', run: { font: face('方正小标宋简体'), color: red } },
    { id: 'Body', name: '正文段落', quickFormat: true, paragraph: { spacing: bodyLine } },
    { id: 'PageNumber', name: '页码样式', run: { font: face('宋体'), size: 28 } },
  ],
};

/**
 * Word takes 宋体 where 方正小标宋简体 is not installed, instead of whatever comes first (ECMA-376-1,
 * 17.8.3.1 altName).
 */
export const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="方正小标宋简体"><w:altName w:val="宋体"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font><w:font w:name="仿宋"><w:altName w:val="仿宋_GB2312"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font></w:fonts>`;
