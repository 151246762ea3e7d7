import fc from 'fast-check';
import { type Decimal, toDecimal } from '../decimal.ts';
import { type FormId, type TableId, tableIds } from '../form/form.ts';
import { cellsOf, getTable } from '../form/forms.ts';
import { sectionTitles } from '../form/section-titles.ts';
import { type Cell, cellStatuses, type Report, type Section, sectionIds } from '../report.ts';

/** Random reports for property tests: both forms and hybrids, missing tables, all kinds of cells. */

const decimal: fc.Arbitrary<Decimal> = fc.oneof(
  { weight: 6, arbitrary: fc.nat(9999).map(String) },
  { weight: 1, arbitrary: fc.bigInt(0n, 10n ** 16n - 1n).map(String) },
  { weight: 1, arbitrary: fc.integer({ min: -500, max: -1 }).map(String) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.nat(99_999_999), fc.integer({ min: 1, max: 6 })).map(([digits, places]) => {
      const text = String(digits).padStart(places + 1, '0');
      return toDecimal(`${text.slice(0, -places)}.${text.slice(-places)}`)!;
    }),
  },
);

/** Cells whose text says all about them, so that a reader of the printed page gets them back. */
export const printedCell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 12, arbitrary: decimal.map((value): Cell => cell(value, value)) },
  { weight: 3, arbitrary: fc.constant<Cell>({ value: null, raw: '', status: 'blank', place: null }) },
  { weight: 1, arbitrary: fc.constantFrom('\\', '/', '—', '无').map((raw): Cell => cell(null, raw)) },
  {
    weight: 1,
    arbitrary: decimal.map((value): Cell => ({ ...cell(value, `${value}件`), unit: '件' })),
  },
  {
    weight: 1,
    arbitrary: decimal.map(
      (value): Cell => ({ ...cell(value, `${value}（其中修订2件）`), remark: '其中修订2件' }),
    ),
  },
);

const cell = (value: Decimal | null, raw: string): Cell => ({ value, raw, status: 'printed', place: null });

/** Any cell that the types allow and that makes sense. */
const anyCell: fc.Arbitrary<Cell> = fc
  .tuple(printedCell, fc.constantFrom(...cellStatuses), fc.boolean())
  .map(([printed, status, placed]): Cell => {
    const place = placed ? ({ kind: 'page', page: 3, box: [1, 2.5, 3, 4] } as const) : null;
    if (status === 'blank' || status === 'absent') return { value: null, raw: '', status, place };
    if (status === 'unreadable') return { value: null, raw: '1?', status, place };
    if (printed.status === 'blank') return { ...printed, place };
    if (status === 'solved') {
      return { value: printed.value, raw: '39644', status, place, by: ['requests.row.received'] };
    }
    return { ...printed, status, place };
  });

const sentence = fc
  .array(
    fc.constantFrom(
      '全年收到申请12件，均已按时答复。',
      '培训3次；',
      '“一网通办”',
      '<b>&amp;</b>',
      '#strong[注入] $x$ @a',
      '*星号*_下划线_',
      '新增、修订制度4项',
      '　',
      '（一）做法。',
      '`代码`',
      '\\',
      '|竖线|',
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => `一年来，${parts.join('')}，各项工作有序推进，取得了新的进展。`);

const paragraphs = fc.array(
  sentence.map((text) => ({ text, place: null })),
  { maxLength: 3 },
);

const sections: fc.Arbitrary<readonly Section[]> = fc
  .tuple(...sectionIds.map(() => paragraphs))
  .map((texts) =>
    sectionIds.map((id, index) => ({ id, title: sectionTitles[id], place: null, paragraphs: texts[index]! })),
  );

type Forms = Readonly<Partial<Record<TableId, FormId>>>;

/** One form throughout, or table 三 on the other one: the hybrids that occur. */
const formsArbitrary: fc.Arbitrary<Forms> = fc
  .tuple(fc.constantFrom<FormId>('2019', '2021'), fc.constantFrom<FormId>('2019', '2021'))
  .map(([form, requests]) =>
    Object.fromEntries(
      tableIds
        .filter((id) => getTable(form, id))
        .map((id): [TableId, FormId] => [id, id === 'requests' ? requests : form]),
    ),
  );

const cellsArbitrary = (forms: Forms, one: fc.Arbitrary<Cell>): fc.Arbitrary<Report['cells']> => {
  const ids = tableIds.flatMap((id) => {
    const form = forms[id];
    return form ? cellsOf(getTable(form, id)!).map((formCell) => formCell.id) : [];
  });
  return fc
    .array(one, { minLength: ids.length, maxLength: ids.length })
    .map((cells) => new Map(ids.map((id, index) => [id, cells[index]!])));
};

const reportOf = (one: fc.Arbitrary<Cell>): fc.Arbitrary<Report> =>
  formsArbitrary.chain((forms) =>
    fc
      .tuple(
        fc.constantFrom('青山县人民政府', '青山县发展和改革局', '临江市水利局'),
        fc.integer({ min: 2019, max: 2025 }),
        cellsArbitrary(forms, one),
        sections,
      )
      .map(([agency, year, cells, own]): Report => {
        const usual = forms['proactive.20-1']!;
        return {
          title: `${agency}${year}年政府信息公开工作年度报告`,
          agency,
          year,
          form: usual,
          published: null,
          tables: Object.fromEntries(
            Object.entries(forms).map(([id, form]) => [id, { form, found: true, place: null }]),
          ),
          cells,
          sections: own,
          preamble: [],
          problems: [],
        };
      }),
  );

/** Reports as they come from the printed page: printed and blank cells only. */
export const printableReport: fc.Arbitrary<Report> = reportOf(printedCell);

/** Reports with every kind of cell. */
export const anyReport: fc.Arbitrary<Report> = reportOf(anyCell);
