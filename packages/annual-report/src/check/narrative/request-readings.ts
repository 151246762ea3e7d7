import { sum } from '../../decimal.ts';
import type { CellId } from '../../form/form.ts';
import type { Count } from './claim.ts';
import { type Figures, labelOf, type Reading } from './figures.ts';

const groupNames: Readonly<Record<string, string>> = {
  refused: '不予公开各行之和',
  unavailable: '无法提供各行之和',
  notProcessed: '不予处理各行之和',
  otherHandling: '其他处理各行之和',
};

const outcomePrefixes = ['disclosed', 'partial', 'refused', 'unavailable', 'notProcessed', 'otherHandling'];

/** The same row or rows over all kinds of applicant or one of them. */
const columnsOf = (applicant: string | undefined): readonly string[] =>
  applicant === undefined
    ? ['total']
    : applicant === 'organisations'
      ? ['business', 'research', 'publicInterest', 'legalService', 'other']
      : [applicant];

type Rows = (...rows: readonly string[]) => readonly CellId[];

/** One reading more or less another: 新收减结转下年度. */
const plus = (name: string, one: Reading | null, sign: '' | '-', other: Reading | null): Reading | null =>
  one === null || other === null
    ? null
    : {
        name,
        value: sum([one.value, other.value === '0' ? '0' : `${sign}${other.value}`]),
        cells: [...one.cells, ...other.cells],
        firm: one.firm && other.firm,
      };

function* receivedReadings(
  figures: Figures,
  cells: Rows,
  { acts, value }: Pick<Count, 'acts' | 'value'>,
  applicant: string | undefined,
): Generator<Reading | null> {
  const received = figures.total('新收', cells('received'));
  if (received === null) return;
  yield received;
  // 未收到 can only mean the new ones: that nothing was concluded does not bear it out.
  if (value === '0') return;
  // 新收 is the first row alone; every other verb may take in what was carried over, or what was done.
  if (acts.length === 0 || acts.some((act) => act !== 'new')) {
    yield figures.total('新收与上年结转之和', cells('received', 'carriedIn'));
    yield figures.total('办理结果总计', cells('concluded'));
    yield figures.total('办理结果各行之和', cells(...outcomePrefixes));
  }
  if (applicant === 'business')
    yield figures.total(
      '法人或其他组织新收',
      columnsOf('organisations').flatMap((column) => figures.cellsUnder('received', column)),
    );
}

function* concludedReadings(figures: Figures, cells: Rows): Generator<Reading | null> {
  const concluded = figures.total('办理结果总计', cells('concluded'));
  // The row of totals is itself wrong in many reports; the rows above it tell what was concluded, too.
  const outcomes = figures.total('办理结果各行之和', cells(...outcomePrefixes));
  if (concluded === null && outcomes === null) return;
  yield concluded;
  yield outcomes;
  yield figures.total('新收与上年结转之和', cells('received', 'carriedIn'));
  const received = figures.total('新收', cells('received'));
  yield received;
  const without = (name: string, ...left: readonly string[]): Reading | null =>
    figures.total(name, cells(...outcomePrefixes.filter((prefix) => !left.includes(prefix))));
  yield without('办理结果（不含其他处理）', 'otherHandling');
  yield without('办理结果（不含不予处理）', 'notProcessed');
  yield without('办理结果（不含不予处理和其他处理）', 'notProcessed', 'otherHandling');
  yield plus('新收减结转下年度', received, '-', figures.total('', cells('carriedOut')));
}

/** What table 三 may mean by a claim about requests, the likeliest first; null where a cell says nothing. */
export function* requestReadings(
  figures: Figures,
  quantity: string,
  claim: Count,
): Generator<Reading | null> {
  const [row = '', applicant] = quantity.split('@');
  const columns = columnsOf(applicant);
  const cells: Rows = (...rows) =>
    columns.flatMap((column) => rows.flatMap((name) => figures.cellsUnder(name, column)));
  if (row === 'received') yield* receivedReadings(figures, cells, claim, applicant);
  else if (row === 'concluded') yield* concludedReadings(figures, cells);
  else if (row === 'carriedIn') yield figures.total('上年结转', cells('carriedIn'));
  else if (row === 'agreed') {
    // 同意公开 was, before 2019, what is now 予以公开 with or without 部分公开.
    yield figures.total('予以公开', cells('disclosed'));
    yield figures.total('予以公开与部分公开之和', cells('disclosed', 'partial'));
  } else {
    const own = figures.total(groupNames[row] ?? labelOf(cells(row)[0]), cells(row));
    yield own;
    if (!claim.ofAll || row === 'carriedOut' || own === null) return;
    // 收到3件，均予以公开: of the new ones only, of all, or of those that were due.
    const carriedIn = figures.total('', cells('carriedIn'));
    yield plus(`${own.name}减上年结转`, own, '-', carriedIn);
    yield plus(`${own.name}加结转下年度`, own, '', figures.total('', cells('carriedOut')));
  }
}
