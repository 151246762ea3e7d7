import type { FormId, TableId } from '../form/form.ts';
import { cellIndex, getForm } from '../form/forms.ts';
import { reportTitle } from '../form/report-title.ts';
import { sectionTitles } from '../form/section-titles.ts';
import { type Cell, type Report, type SectionId, sectionIds, type TableReading } from '../report.ts';

/** What belongs there by law; the tables of 二, 三 and 四 speak for themselves. */
const hints: Readonly<Partial<Record<SectionId, readonly string[]>>> = {
  // 国办公开办函〔2021〕30号，一（一）
  overview: [
    '［填写：主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面的情况；各级人民政府还应当写明工作考核、社会评议和责任追究结果情况］',
  ],
  // 条例第五十条第一款第（五）项
  problems: ['［填写：政府信息公开工作存在的主要问题及改进情况］'],
  // 国办公开办函〔2021〕30号；国办函〔2020〕109号
  other: ['［填写：收取信息处理费的情况，没有收取的也应当写明；其他需要报告的事项］'],
};

const blank: Cell = { value: null, raw: '', status: 'blank', place: null };

/** The official form, empty, to be filled in: title, six headings with hints, blank tables. */
export const blankReport = (
  form: FormId,
  { agency = null, year = null }: { readonly agency?: string | null; readonly year?: number | null } = {},
): Report => ({
  title: reportTitle(agency ?? '（行政机关名称）', year),
  agency,
  year,
  form,
  published: null,
  tables: Object.fromEntries(
    getForm(form).tables.map((table): [TableId, TableReading] => [
      table.id,
      { form, found: true, place: null },
    ]),
  ),
  cells: new Map(Array.from(cellIndex(form).keys(), (id) => [id, blank])),
  sections: sectionIds.map((id) => ({
    id,
    title: sectionTitles[id],
    place: null,
    paragraphs: (hints[id] ?? []).map((text) => ({ text, place: null })),
  })),
  preamble: [],
  problems: [],
});
