import type { ReplyDocument } from './document.ts';

/**
 * What an officer's edits took away that the law or the file wants, each a sentence; empty where the edited
 * document may go on to approval. Body and title may be reworded; frame and remedies come from the facts.
 */
export const checkEdited = (filled: ReplyDocument, edited: ReplyDocument): readonly string[] => {
  const problems: string[] = [];
  const before = filled.body.map(({ text }) => text).join('\n');
  const same = (field: 'kind' | 'organ' | 'number' | 'addressee' | 'date', label: string): void => {
    if (filled[field] !== edited[field])
      problems.push(`${label}不能在正文中改动，请修改申请的登记事项后重新生成文书。`);
  };
  same('kind', '文书种类');
  same('organ', '机关名称');
  same('number', '文号');
  same('addressee', '主送');
  same('date', '成文日期');
  if (edited.title.trim() === '') problems.push('标题不能为空。');
  for (const [index, { text }] of edited.body.entries()) {
    if (text.trim() === '') problems.push(`第${index + 1}段是空的，请填写或者删去这一段。`);
    const gap = /\{[^{}]*\}|｛[^｛｝]*｝|[_＿]{3,}|[×XxＸ]{3,}/u.exec(text);
    // What stood in the facts themselves is no gap.
    if (gap && !before.includes(gap[0])) problems.push(`第${index + 1}段的“${gap[0]}”还没有填写。`);
  }
  if (remediesOf(filled) !== remediesOf(edited))
    problems.push(
      '告知救济途径的段落由法律规定，不能修改或者删去（行政复议法第二十三条第二款），请恢复原文。',
    );
  return problems;
};

const remediesOf = ({ body }: ReplyDocument): string =>
  body
    .filter(({ role }) => role === 'remedy')
    .map(({ text }) => text)
    .join('\n');
