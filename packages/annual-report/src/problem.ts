import type { Place } from './place.ts';

/**
 * The catalogue of what can be wrong with a file or with the reading of it. Codes are stable and
 * never used again for something else; docs/errors.md prints this table, and a test keeps both equal.
 * `message` says what happened, `action` what to do. `{name}` stands for a detail.
 */
export const problemCatalogue = {
  'file.empty': { message: '文件是空的。', action: '请重新保存或下载后再试。' },
  'file.missing': { message: '没有这个文件。', action: '请核对文件名和路径。' },
  'file.noAccess': { message: '没有权限读取这个文件，或它不是普通文件。', action: '请核对文件的权限。' },
  'file.unknownFormat': {
    message: '认不出这个文件的格式。',
    action: '请使用 HTML、DOCX、DOC、WPS、PDF、OFD、XLSX、Markdown、纯文本文件，或 JPEG、PNG 图片。',
  },
  'file.damaged': {
    message: '文件已损坏，无法读完：{detail}。',
    action: '请从来源重新下载，或在原程序中打开后另存一份。',
  },
  'file.encrypted': { message: '文件设有密码。', action: '请去掉密码后再试。' },
  'file.oldWord': {
    message: '这是 Word 95 或更早版本的文件，读不出来。',
    action: '请用 Word 或 WPS 打开，另存为 DOCX 后再试。',
  },
  'file.tooLarge': { message: '文件超过 {limit} 的限制。', action: '请拆分，或去掉其中的图片后再试。' },
  'file.hostile': {
    message: '文件的内部结构异常（{detail}），已拒绝读取。',
    action: '请在原程序中打开后另存一份再试。',
  },
  'file.timeout': { message: '读取超过 {limit} 秒，已停止。', action: '请另存为 DOCX 或网页后再试。' },
  'file.tooCostly': {
    message: '读取这个文件需要的内存超过 {limit}，已停止。',
    action: '请在原程序中打开后另存一份再试。',
  },
  'file.noText': { message: '文件里没有可以读取的文字。', action: '请确认上传的是年度报告本身。' },
  'pdf.noEngine': {
    message: '没有载入 PDF 组件，读不了 PDF。',
    action: '请用完整安装的程序打开，或另存为 DOCX 后再试。',
  },
  'image.noEngine': {
    message: '没有载入 PDF 组件，读不了图片。',
    action: '请用完整安装的程序打开，或上传有文字的文件。',
  },
  'page.damaged': {
    message: '第 {pages} 页已损坏，没有读到。',
    action: '请从来源重新下载，或在原程序中打开后另存一份。',
  },
  'text.unmapped': {
    message: '第 {pages} 页有 {count} 个字符没有编码，读不出是什么字。',
    action: '请对照原件核对，或上传 DOCX 等有文字的文件。',
  },
  'archive.noReports': {
    message: '压缩包里没有能读的文件。',
    action: '请确认里面是年度报告，而不是快捷方式或其他压缩格式。',
  },
  'archive.tooMany': {
    message: '压缩包里还有 {count} 个文件没有读：一次最多读 {limit} 个。',
    action: '请分几次上传，或使用命令行 gongkai report check。',
  },
  'scan.noRecogniser': {
    message: '这是扫描件（第 {pages} 页只有图像），本机没有安装文字识别程序，读不出数字。',
    action: '请安装 tesseract 及其简体中文数据（chi_sim），或上传有文字层的文件。',
  },
  'scan.tooMany': {
    message: '第 {pages} 页只有图像，没有识别：一个文件识别的页数或时间已到上限。',
    action: '请拆分文件，或上传有文字层的文件。',
  },
  'scan.pictures': {
    message: '文件里有 {count} 张像是页面的图片，里面的文字没有读。',
    action: '请把图片另存为 JPEG、PNG 或 PDF 后上传，或上传有文字的文件。',
  },
  'scan.recognised': {
    message: '这是扫描件（第 {pages} 页），数字由文字识别得来。',
    action: '请对照原件逐格核对。',
  },
  'report.none': { message: '文件里没有政府信息公开工作年度报告。', action: '请确认上传的是年度报告本身。' },
  'report.before2019': {
    message: '这是 2019 年修订条例之前格式的年度报告，没有法定表格。',
    action: '只能读出正文；表格从 2019 年度报告起才有。',
  },
  'report.severalMixed': {
    message: '文件里有 {count} 份年度报告的表格，分不清彼此，没有读取数字。',
    action: '请把每份报告单独保存为一个文件。',
  },
  'report.severalSplit': {
    message: '文件里有 {count} 份年度报告，已分开读取。',
    action: '请核对每份报告的范围。',
  },
  'report.noYear': { message: '找不到报告的年度。', action: '请核对标题。' },
  'report.noAgency': { message: '找不到报告的行政机关名称。', action: '请核对标题和落款。' },
  'report.embeddedDiffers': {
    message: '文件内嵌的数据与表格显示的不一致，以显示的为准。',
    action: '请核对文件是否被改动过。',
  },
  'table.absent': { message: '没有找到“{table}”的表格。', action: '请核对文件是否完整。' },
  'table.rowAbsent': { message: '“{table}”缺少“{row}”一行。', action: '请核对文件是否完整。' },
  'table.figuresAstray': {
    message: '“{table}”有些数字离开了自己的行，分不清属于哪一行。',
    action: '请对照原件填写，或上传保留表格的文件。',
  },
  'row.misnamed': {
    message: '“{printed}”与格式规定的“{row}”文字不同。',
    action: '请按格式规定的文字改正这一行的名称。',
  },
  'table.surplusFigure': { message: '“{table}”的数字比表格的列多。', action: '请对照原件核对这一行。' },
  'table.formUnclear': {
    message: '“{table}”的表头不完整，分不清是哪一年的格式。',
    action: '请对照原件核对。',
  },
  'cell.notNumber': { message: '“{cell}”填的是“{raw}”，不是数字。', action: '没有的事项应当填 0。' },
  'cell.unreadable': { message: '“{cell}”的内容“{raw}”无法确定是哪个数字。', action: '请对照原件填写。' },
  'cell.fused': { message: '“{cell}”一行的数字连在一起，按合计关系也分不开。', action: '请对照原件填写。' },
  'json.syntax': { message: 'JSON 的写法有误：{detail}。', action: '请检查括号、引号和逗号。' },
  'json.invalid': {
    message: 'JSON 的内容不是年度报告的数据：{detail}。',
    action: '请对照 docs/schemas/report-input.schema.json 填写。',
  },
  'json.unknownCell': {
    message: '没有编号为“{cells}”的单元格。',
    action: '单元格编号的写法是 表格.行.列，例如 requests.received.total。',
  },
  'json.wrongForm': {
    message: '“{cells}”不是 {form} 年格式的单元格。',
    action: '请在 tables 中写明这张表的格式版本，或改正单元格编号。',
  },
  'json.textDiffers': {
    message: '“{section}”部分的 text 与 paragraphs 不一致。',
    action: '请只保留其中一个。',
  },
} as const satisfies Record<string, { readonly message: string; readonly action: string }>;

export type ProblemCode = keyof typeof problemCatalogue;

/** Something that the reading of a file could not do, or did in a way that a person should know of. */
export interface Problem {
  readonly code: ProblemCode;
  /** Plain Chinese, details filled in. */
  readonly message: string;
  readonly place: Place | null;
}

/** Builds a problem from the catalogue; `details` fill the `{name}` slots of its message. */
export const problem = (
  code: ProblemCode,
  place: Place | null = null,
  details: Readonly<Record<string, string | number>> = {},
): Problem => ({
  code,
  message: problemCatalogue[code].message.replaceAll(/\{(\w+)\}/g, (slot, name: string) =>
    String(details[name] ?? slot),
  ),
  place,
});

/** Thrown inside a reader where a file cannot be read at all; `readReport` turns it into a problem. */
export class ReadError extends Error {
  readonly problem: Problem;
  constructor(code: ProblemCode, details: Readonly<Record<string, string | number>> = {}) {
    const made = problem(code, null, details);
    super(made.message);
    this.name = 'ReadError';
    this.problem = made;
  }
}
