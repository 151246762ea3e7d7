import type { CellId } from '../../form/form.ts';
import { findCell } from '../../form/forms.ts';
import type { RelationKind } from '../../form/relations.ts';
import type { Report } from '../../report.ts';
import { cellEvidence } from '../evidence.ts';
import type { Facts } from '../facts.ts';
import { nameCell, nameRow, nameSum } from '../name-cell.ts';
import type { Correction, Evidence, Explanation, FindingDraft } from '../rule.ts';
import type { CheckedRelation } from './check-relation.ts';
import type { Diagnosis } from './diagnose.ts';
import type { Hypothesis } from './explain.ts';

/** Past these, a list in a message is no help any more; `places` and `repair` have all of them. */
const mostDescribed = 4;
const mostChanges = 4;

const describe = (report: Report, { relation, left, right, blanks }: CheckedRelation): string => {
  const cell = findCell(relation.left[0] ?? '');
  const note = blanks ? '（空白按 0 计）' : '';
  if (!cell) return relation.id;
  if (relation.kind === 'balance')
    return `表三${cell.column.label}一列，第一项加第二项为 ${left}，第三项（七）总计加第四项为 ${right}${note}`;
  const total = report.cells.get(relation.left[0] ?? '')?.value === null ? '空白' : `为 ${left}`;
  if (relation.kind === 'outcomes')
    return `表三${cell.column.label}一列，“（七）总计”${total}，（一）至（六）各行之和为 ${right}${note}`;
  const table = relation.table === 'requests' ? '表三' : '表四';
  const parts = relation.table === 'requests' ? '六类申请人之和' : '四种结果之和';
  return `${table}“${nameRow(cell.row)}”一行，总计${total}，${parts}为 ${right}${note}`;
};

const side = (report: Report, checked: CheckedRelation, which: 'left' | 'right'): Evidence => {
  const cells = checked.relation[which];
  const [first = ''] = cells;
  if (cells.length === 1) return cellEvidence(report, first);
  return {
    what: nameSum(checked.relation, cells),
    value: checked[which],
    place: report.cells.get(first)?.place ?? null,
  };
};

const change = ({ cell, found, value }: Correction): string =>
  `${nameCell(cell)}应为 ${value}（现为${found === null ? '空白' : ` ${found}`}）`;

const changes = (corrections: readonly Correction[]): string => {
  const more = corrections.length > mostChanges ? `，等 ${corrections.length} 格` : '';
  return `${corrections.slice(0, mostChanges).map(change).join('，')}${more}`;
};

const message = ({ kind, corrections }: Hypothesis): string => {
  const list = changes(corrections);
  switch (kind) {
    case 'single':
      return `可能只错了一格：${list}。`;
    case 'pair':
      return `可能同时错了两格：${list}。`;
    case 'swap':
      return `两格的数字可能互换了位置：${list}。`;
    case 'totals':
      return `合计可能没有填写：${list}。`;
    case 'moved': {
      const row = findCell(corrections[0]?.cell ?? '')?.row;
      return `“${row ? nameRow(row) : ''}”一行的数字可能填错了列：${list}。`;
    }
    case 'row': {
      const row = findCell(corrections[0]?.cell ?? '')?.row;
      const unfilled = corrections.every(({ found }) => found === null || found === '0');
      return `“${row ? nameRow(row) : ''}”一行可能${unfilled ? '没有填写' : '填错了'}：${list}。`;
    }
  }
};

/** A hypothesis as the reader of a finding sees it. */
export const explanationOf = (hypothesis: Hypothesis): Explanation => {
  const [first, ...also] = hypothesis.corrections as readonly [Correction, ...Correction[]];
  return {
    ...first,
    relations: hypothesis.heals,
    message: message(hypothesis),
    ...(also.length > 0 ? { also } : {}),
  };
};

const allBlank = (report: Report, cells: readonly CellId[]): boolean =>
  cells.every((id) => report.cells.get(id)?.value === null);

/** Blank is not 0: a total, or all its parts, left out contradicts nothing yet. Recognised figures may be misread. */
const isMild = (report: Report, { relation }: CheckedRelation): boolean =>
  allBlank(report, relation.left) ||
  allBlank(report, relation.right) ||
  [...relation.left, ...relation.right].some((id) => report.cells.get(id)?.status === 'recognised');

const hint = (explanations: readonly Explanation[], complete: boolean, elsewhere: number): string => {
  const [first] = explanations;
  if (!first) return '请对照原始台账逐格核对。';
  if (explanations.length === 1 && complete)
    return elsewhere > 0
      ? `${first.message}改正后，同一原因造成的另 ${elsewhere} 处合计不符也随之消除。`
      : first.message;
  const list = explanations.map(({ message: text }, index) => `${index + 1}. ${text}`).join('');
  return complete
    ? `有 ${explanations.length} 种可能，改其中一种即可相符：${list}`
    : `以下改法各能消除其中一部分：${list}`;
};

/** Whether all that has to be done is to fill in cells left blank: blank is not 0. */
const onlyBlanks = ({ hypotheses, complete }: Diagnosis): boolean =>
  complete &&
  hypotheses.length > 0 &&
  hypotheses.every(({ corrections }) => corrections.every(({ found }) => found === null));

const draft = (
  { report }: Facts,
  diagnosis: Diagnosis,
  failures: readonly CheckedRelation[],
): FindingDraft => {
  const { complete, certain } = diagnosis;
  const explanations = diagnosis.hypotheses.map(explanationOf);
  const [first] = failures;
  const only = certain ? explanations[0] : undefined;
  const described = failures
    .slice(0, mostDescribed)
    .map((failure) => describe(report, failure))
    .join('；');
  const more = failures.length > mostDescribed ? `，等 ${failures.length} 处` : '';
  const suspects = explanations.flatMap(({ cell, also = [] }) => [cell, ...also.map((other) => other.cell)]);
  const involved = failures.flatMap(({ relation }) => [
    ...relation.left,
    ...relation.right.filter((id) => (report.cells.get(id)?.value ?? '0') !== '0'),
  ]);
  const recognised = failures.some(({ relation }) =>
    [...relation.left, ...relation.right].some((id) => report.cells.get(id)?.status === 'recognised'),
  );
  const balance = first?.relation.kind === 'balance';
  const mild = onlyBlanks(diagnosis) || failures.every((failure) => isMild(report, failure));
  return {
    message: `合计不符：${described}${more}。${recognised ? '其中有文字识别得来的数字，请先核对原件。' : ''}${hint(explanations, complete, diagnosis.failures.length - failures.length)}`,
    cells: [...new Set([...suspects, ...involved])],
    places: failures.flatMap((failure) => [side(report, failure, 'left'), side(report, failure, 'right')]),
    expected: only && !only.also ? only.value : ((balance ? first?.left : first?.right) ?? null),
    found: only && !only.also ? only.found : ((balance ? first?.right : first?.left) ?? null),
    ...(mild ? { severity: 'warning' as const } : {}),
    ...(only ? { repair: only } : {}),
    ...(!only && explanations.length > 0 ? { explanations } : {}),
  };
};

/**
 * The findings of one kind of sum: one for each cause, with the relations of this kind that fail by it. The
 * cause's explanation stands in the finding of every kind that it fails, so that none seems to pass.
 */
export function* sumFindings(
  facts: Facts,
  table: 'requests' | 'reviews',
  kind: RelationKind,
): Generator<FindingDraft> {
  for (const diagnosis of facts.diagnoses) {
    const own = diagnosis.failures.filter(
      ({ relation }) => relation.table === table && relation.kind === kind,
    );
    if (own.length > 0) yield draft(facts, diagnosis, own);
  }
}
