import { type AgencyKind, agencyKinds, createAgencySchema, type SheetProblem } from '@gongkai/contract';
import type { AgencyField, AgencyFields } from './agency-fields.ts';
import { checkAgencyCodes } from './check-agency-codes.ts';
import { readTable, type TableRow } from './read-table.ts';

/** The columns of the table of agencies, as the template has them, with what to write there. */
export const agencyTitles = {
  上级单位: '上级单位的全称；可以是本表中的单位',
  单位名称: '全称，必填',
  简称: '不填则同单位名称',
  类别: `新增单位必填：${Object.values(agencyKinds).join('、')}`,
  统一社会信用代码: '18 位',
  区划代码: '6 位，乡镇街道 9 位；不填则同上级单位',
  组织机构代码: '9 位，索引号前段；不填则取自信用代码',
  是否主管部门: '是、否；一级政府有且只有一个',
  工作机构: '承办政府信息公开工作的机构',
  地址: '',
  办公时间: '',
  电话: '',
  传真: '',
  邮箱: '',
  行政复议机关: '人民政府的全称；不填则为上级人民政府',
  管辖法院: '文书告知诉讼途径用',
  缴费方式: '信息处理费怎样缴纳',
} as const;

export type AgencyTitle = keyof typeof agencyTitles;
export const agencyTitleNames = Object.keys(agencyTitles) as readonly AgencyTitle[];

/** Which field stands under which title. */
export const fieldTitles = {
  name: '单位名称',
  shortName: '简称',
  creditCode: '统一社会信用代码',
  regionCode: '区划代码',
  organisationCode: '组织机构代码',
  workingBody: '工作机构',
  address: '地址',
  officeHours: '办公时间',
  phone: '电话',
  fax: '传真',
  email: '邮箱',
  reviewGovernment: '行政复议机关',
  court: '管辖法院',
  feePayment: '缴费方式',
} as const satisfies Partial<Record<AgencyField, AgencyTitle>>;

type SheetField = keyof typeof fieldTitles;

/** A row that says something readable; a blank cell is absent, it changes nothing. */
export interface AgencyEntryRow {
  readonly row: number;
  readonly parent: string | null;
  readonly kind: AgencyKind | null;
  readonly isCompetent: boolean | null;
  readonly fields: AgencyFields & { readonly name: string };
}

export const mostAgencies = 5000;

const kindsByName = new Map<string, AgencyKind>([
  ...Object.entries(agencyKinds).map(([kind, name]): [string, AgencyKind] => [name, kind as AgencyKind]),
  ['政府', 'government'],
  ['部门', 'department'],
  ['乡镇', 'township'],
  ['街道', 'township'],
]);
const yesNo = new Map([
  ['是', true],
  ['√', true],
  ['否', false],
]);

const cut = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);

const readRow = (
  { row, cell }: TableRow<AgencyTitle>,
  fail: (row: number, column: AgencyTitle, message: string) => void,
): AgencyEntryRow | null => {
  let failed = false;
  const wrong = (column: AgencyTitle, message: string): void => {
    failed = true;
    fail(row, column, message);
  };
  const choice = <T>(title: AgencyTitle, from: ReadonlyMap<string, T>, allowed: string): T | null => {
    const text = cell(title);
    const value = from.get(text);
    if (text !== '' && value === undefined) wrong(title, `“${cut(text)}”应写${allowed}。`);
    return value ?? null;
  };
  const fields: Partial<Record<SheetField, string>> = {};
  for (const [field, title] of Object.entries(fieldTitles) as [SheetField, AgencyTitle][]) {
    const text = cell(title);
    if (text === '') continue;
    const checked = createAgencySchema.shape[field].safeParse(text);
    if (checked.success) fields[field] = text;
    else wrong(title, fieldHelp(field, text));
  }
  const { name } = fields;
  if (cell('单位名称') === '') wrong('单位名称', '没有填写单位名称。');
  const codes = checkAgencyCodes(fields);
  if (!codes.ok) wrong(fieldTitles[codes.field], codes.reason);
  const parent = cell('上级单位') || null;
  const kind = choice('类别', kindsByName, Object.values(agencyKinds).join('、'));
  const isCompetent = choice('是否主管部门', yesNo, '“是”或“否”');
  if (failed || name === undefined || !codes.ok) return null;
  return { row, parent, kind, isCompetent, fields: { ...fields, ...codes.value, name } };
};

const fieldHelp = (field: SheetField, text: string): string => {
  if (field === 'regionCode') return `区划代码“${cut(text)}”应为 6 位、9 位或 12 位数字。`;
  if (field === 'email') return `电子邮箱“${cut(text)}”的格式不对。`;
  return `“${cut(text)}”太长，请缩短。`;
};

/** What a table of agencies says. */
export interface AgencySheet {
  readonly entries: readonly AgencyEntryRow[];
  readonly problems: readonly SheetProblem[];
  /** Names in rows that are left out: what stands below them isn't wrong for it. */
  readonly namesLeftOut: ReadonlySet<string>;
}

/** Reads the table of agencies. Problems name row and column; a row with a problem is left out. */
export const readAgencySheet = (bytes: Uint8Array): AgencySheet => {
  const table = readTable(bytes, agencyTitleNames, ['单位名称', '上级单位'], mostAgencies);
  const problems = [...table.problems];
  const fail = (row: number, column: AgencyTitle, message: string): void =>
    void problems.push({ row, column, message });
  const namesLeftOut = new Set<string>();
  const entries = table.rows.flatMap((row) => {
    const entry = readRow(row, fail);
    if (entry) return [entry];
    namesLeftOut.add(row.cell('单位名称'));
    return [];
  });
  return { entries, problems, namesLeftOut };
};
