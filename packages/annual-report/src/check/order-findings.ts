import { type CellId, tableIds } from '../form/form.ts';
import { cellIndex } from '../form/forms.ts';
import { sectionIds } from '../report.ts';
import { type Finding, severities } from './rule.ts';

const cellOrder: ReadonlyMap<CellId, number> = new Map(
  tableIds
    .flatMap((table) =>
      (['2019', '2021'] as const).flatMap((form) =>
        [...cellIndex(form).values()].filter((cell) => cell.table.id === table),
      ),
    )
    .map(({ id }, index) => [id, index]),
);

/** Statutory order: narrative sections before and after the tables as the form prints them; findings of the whole report first. */
const positionOf = (finding: Finding): number => {
  const cells = finding.cells.map((id) => cellOrder.get(id) ?? 0);
  if (cells.length > 0) return 1000 + Math.min(...cells);
  const quote = finding.places.find((place) => place.quote)?.quote;
  if (!quote || quote.section === 'preamble') return 0;
  return quote.section === 'overview' ? 1 : 2000 + sectionIds.indexOf(quote.section);
};

/** By severity, then by position in the form; stable otherwise. */
export const orderFindings = (findings: readonly Finding[]): readonly Finding[] =>
  findings
    .map((finding) => ({
      finding,
      severity: severities.indexOf(finding.severity),
      position: positionOf(finding),
    }))
    .sort((a, b) => a.severity - b.severity || a.position - b.position)
    .map(({ finding }) => finding);
