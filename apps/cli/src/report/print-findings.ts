import {
  type Evidence,
  type Finding,
  type Problem,
  type Report,
  severities,
  severityWords,
} from '@gongkai/annual-report';
import { type Style, wrap } from '../terminal.ts';
import { printProblems } from './print-report.ts';

const mark = (severity: Finding['severity'], style: Style): string =>
  severity === 'error'
    ? style.red(`✖ ${severityWords.error.name}`)
    : severity === 'warning'
      ? style.yellow(`▲ ${severityWords.warning.name}`)
      : style.blue(`● ${severityWords.notice.name}`);

/** The sentence with the words at issue marked, shortened around them. */
const quote = ({ quote: sentence }: Evidence, style: Style): string | null => {
  if (!sentence) return null;
  const [start, end] = sentence.mark;
  const before = sentence.text.slice(Math.max(0, start - 30), start);
  const after = sentence.text.slice(end, end + 30);
  return `“${start > 30 ? '…' : ''}${before}${style.inverse(sentence.text.slice(start, end))}${after}${sentence.text.length > end + 30 ? '…' : ''}”`;
};

const printFinding = (
  finding: Finding,
  files: readonly string[] | undefined,
  style: Style,
  width: number,
): string => {
  const inner = Math.max(40, width - 8);
  const quotes = finding.places.flatMap((evidence) => {
    const text = quote(evidence, style);
    if (text === null) return [];
    const file = evidence.report === undefined ? undefined : files?.[evidence.report];
    return [`        ${style.dim(file ? `${file}：` : '')}${text}`];
  });
  const repairs = finding.repair
    ? [`        ${style.green('→')} ${finding.repair.message}`]
    : (finding.explanations ?? []).map(({ message }) => `        ${style.green('?')} ${message}`);
  return [
    ...wrap(finding.message, inner).map(
      (line, index) => `${index === 0 ? `  ${mark(finding.severity, style)} ` : '         '}${line}`,
    ),
    ...quotes,
    ...repairs,
    `        ${style.dim(finding.rule)}`,
  ].join('\n');
};

/** What was found in a report, gravest first, and a line that sums up. */
export const printFindings = (
  file: string,
  report: Report,
  findings: readonly Finding[],
  problems: readonly Problem[],
  files: readonly string[] | undefined,
  style: Style,
  width: number,
): string => {
  const head = `${style.bold(report.agency || report.year ? `${report.agency ?? '（机关不明）'} ${report.year ?? '（年度不明）'} 年` : file)}  ${style.dim(file)}`;
  if (problems.length > 0) return [head, printProblems(problems, style, width)].join('\n');
  const counts = severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count > 0 ? [`${severityWords[severity].name} ${count}`] : [];
  });
  const sum = counts.length > 0 ? counts.join('，') : style.green('没有发现问题');
  return [
    head,
    ...severities.flatMap((severity) =>
      findings
        .filter((finding) => finding.severity === severity)
        .map((finding) => printFinding(finding, files, style, width)),
    ),
    `  ${style.dim(sum)}`,
    '',
  ].join('\n');
};
