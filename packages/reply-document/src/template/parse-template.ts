import { civilDate, isCivilDate, replyTemplates } from '@gongkai/statute';
import { checkTemplate } from './check-template.ts';
import { parseParagraph } from './parse-paragraph.ts';
import type { Template, TemplateParagraph, TemplateProblem } from './template.ts';

export type ParsedTemplate =
  | { readonly ok: true; readonly template: Template }
  /** Everything that is wrong, in the order of the lines; what lacks altogether comes last. */
  | { readonly ok: false; readonly problems: readonly TemplateProblem[] };

/** No letter comes near these; what exceeds them is not read further. */
const longestText = 20_000;
const longestTitle = 60;

const headPattern = /^(文书|标题|施行)\s*[：:]\s*(.*)$/;

/**
 * Reads the text that `printTemplate` prints: three lines of head, then a paragraph a line; empty lines
 * don't count. A paragraph may begin with 【有 X】 or 【无 X】, and holds {slots}. Refused where a part that
 * the law wants is missing, too (`checkTemplate`).
 */
export const parseTemplate = (text: string): ParsedTemplate => {
  if (text.length > longestText)
    return failed([
      { line: null, message: `模板有 ${text.length} 个字，超过 ${longestText} 个字，请精简。` },
    ]);
  const problems: TemplateProblem[] = [];
  const head = new Map<string, { readonly value: string; readonly line: number }>();
  const paragraphs: TemplateParagraph[] = [];

  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    const [line, content] = [index + 1, raw.trim()];
    if (content === '') continue;
    const field = paragraphs.length === 0 ? headPattern.exec(content) : null;
    if (field !== null) {
      if (head.has(field[1]!)) problems.push({ line, message: `“${field[1]}”写了两次，请删去一行。` });
      head.set(field[1]!, { value: field[2]!.trim(), line });
      continue;
    }
    const parsed = parseParagraph(content);
    if (parsed.ok) paragraphs.push(parsed.paragraph);
    else problems.push(...parsed.messages.map((message) => ({ line, message })));
  }

  const kind = replyTemplates.find(({ name }) => name === head.get('文书')?.value)?.id;
  const title = head.get('标题')?.value ?? '';
  const from = head.get('施行')?.value ?? '';
  const lineOf = (name: string): number | null => head.get(name)?.line ?? null;
  if (kind === undefined)
    problems.push({ line: lineOf('文书'), message: unknownKind(head.get('文书')?.value) });
  if (title === '') problems.push({ line: lineOf('标题'), message: '没有写标题：应当有一行“标题：……”。' });
  if (title.length > longestTitle)
    problems.push({
      line: lineOf('标题'),
      message: `标题有 ${title.length} 个字，最多 ${longestTitle} 个字。`,
    });
  if (!isCivilDate(from)) problems.push({ line: lineOf('施行'), message: wrongDate(from) });
  if (paragraphs.length === 0 && problems.length === 0)
    problems.push({ line: null, message: '模板没有正文。' });
  if (problems.length > 0 || kind === undefined) return failed(problems);

  const template: Template = { kind, title, from: civilDate(from), paragraphs };
  const missing = checkTemplate(template);
  return missing.length > 0 ? failed(missing) : { ok: true, template };
};

const failed = (problems: readonly TemplateProblem[]): ParsedTemplate => ({
  ok: false,
  problems: problems.toSorted((a, b) => (a.line ?? Number.MAX_VALUE) - (b.line ?? Number.MAX_VALUE)),
});

const unknownKind = (name: string | undefined): string =>
  name === undefined
    ? '没有写是哪一种文书：第一行应当是“文书：……”，例如“文书：答复书（部分公开）”。'
    : `没有名为“${name}”的文书种类，请照文书种类列表中的名称填写。`;

const wrongDate = (from: string): string =>
  from === ''
    ? '没有写施行日期：应当有一行“施行：2026-03-16”。'
    : `施行日期“${from}”不存在或者写法不对，应当写成 2026-03-16 这样。`;
