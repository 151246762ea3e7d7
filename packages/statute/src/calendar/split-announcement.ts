/** What is wrong with a line of a file of holidays; lines (or entries of a JSON list) count from 1. */
export interface AnnouncementProblem {
  readonly line: number;
  readonly message: string;
}

export interface AnnouncementRow {
  readonly line: number;
  readonly date: string;
  readonly kind: '放假' | '上班';
  /** Empty where none is given. */
  readonly name: string;
}

interface SplitAnnouncement {
  readonly rows: readonly AnnouncementRow[];
  readonly errors: readonly AnnouncementProblem[];
}

const kinds: ReadonlyMap<string, '放假' | '上班'> = new Map([
  ['放假', '放假'],
  ['休', '放假'],
  ['休息', '放假'],
  ['放假调休', '放假'],
  ['上班', '上班'],
  ['班', '上班'],
  ['调休上班', '上班'],
]);

/** A notice for one year has some thirty rows; more than this is another file. */
const longest = 100_000;
const longestName = 30;

/** Blanks in a row as one, so that no pattern has to try them in every way; tabs separate and stay. */
const oneBlank = (text: string): string => text.replaceAll(/[^\S\t]+/g, ' ').trim();

/** Somebody's text within an error's sentence: its beginning, and only what can be seen. */
export const quote = (text: string): string => {
  const seen = text.replaceAll(/\p{C}/gu, '�');
  return `“${seen.length > 40 ? `${seen.slice(0, 40)}…` : seen}”`;
};

const rowOf = (
  line: number,
  date: string,
  kindText: string,
  name: string,
): AnnouncementRow | AnnouncementProblem => {
  const kind = kinds.get(kindText);
  if (!kind) return { line, message: `${quote(kindText)}应写“放假”或“上班”。` };
  // The name is shown to citizens day by day: letters, digits and the signs that notices use, nothing else.
  if (name.length > longestName || !/^[\p{L}\p{M}\p{N} 、·・（）()]*$/u.test(name))
    return {
      line,
      message: `节日名称${quote(name)}只能用 ${longestName} 个以内的文字、数字和顿号、括号，例如“国庆节、中秋节”。`,
    };
  return { line, date, kind, name };
};

const sort = (items: readonly (AnnouncementRow | AnnouncementProblem)[]): SplitAnnouncement => ({
  rows: items.filter((item): item is AnnouncementRow => 'kind' in item),
  errors: items.filter((item): item is AnnouncementProblem => 'message' in item),
});

const splitLine = (text: string, line: number): AnnouncementRow | AnnouncementProblem | null => {
  const trimmed = oneBlank(text);
  if (trimmed === '' || trimmed.startsWith('#') || /^"?日期/.test(trimmed)) return null;
  // Blanks separate only where neither comma nor tab does, and not around the sign of a range.
  const separator = /[,，\t]/.test(trimmed) ? /[,，\t]/ : /\s+/;
  const cells = trimmed
    .replaceAll(/ ?(至|到|~|～|—+|–) ?/g, '$1')
    .split(separator)
    .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  const [date = '', kind = '', ...name] = cells;
  if (kind === '')
    return { line, message: `${quote(trimmed)}不完整：每行写日期、“放假”或“上班”、节日名称。` };
  return rowOf(line, date, kind, name.join(' ').trim());
};

const text = (value: unknown): string => (typeof value === 'string' ? oneBlank(value) : '');

/** One entry of a JSON list: {日期, 安排, 名称}, or {date, isOffDay, name} as open holiday data have it. */
const splitEntry = (entry: unknown, line: number): AnnouncementRow | AnnouncementProblem => {
  if (typeof entry !== 'object' || entry === null)
    return { line, message: `第 ${line} 项不是 {"日期": …, "安排": …, "名称": …}。` };
  const field = entry as Record<string, unknown>;
  const kind =
    typeof field.isOffDay === 'boolean' ? (field.isOffDay ? '放假' : '上班') : text(field.安排 ?? field.kind);
  return rowOf(line, text(field.日期 ?? field.date), kind, text(field.名称 ?? field.name));
};

const splitJson = (source: string): SplitAnnouncement => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(source);
  } catch {
    return { rows: [], errors: [{ line: 1, message: '这不是完整的 JSON，请核对括号、引号和逗号。' }] };
  }
  const list: unknown = Array.isArray(parsed) ? parsed : (parsed as { days?: unknown } | null)?.days;
  if (!Array.isArray(list))
    return { rows: [], errors: [{ line: 1, message: 'JSON 里应是一个列表，或有一个列表 "days"。' }] };
  return sort(list.map((entry, index) => splitEntry(entry, index + 1)));
};

/** Rows of a file of holidays: text or CSV with 日期, 放假/上班, 名称, or JSON. `#` begins a remark. */
export const splitAnnouncement = (source: string): SplitAnnouncement => {
  if (source.length > longest)
    return {
      rows: [],
      errors: [
        {
          line: 1,
          message: `内容有 ${source.length} 个字符，超过 ${longest} 个；一年的放假安排只有几十行，请核对是否选错了文件。`,
        },
      ],
    };
  const clean = source.replace(/^\uFEFF/, '');
  if (/^\s*[[{]/.test(clean)) return splitJson(clean);
  return sort(clean.split(/\r\n|\r|\n/).flatMap((line, index) => splitLine(line, index + 1) ?? []));
};
