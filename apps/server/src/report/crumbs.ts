import type { Crumb } from '../portal/index.ts';
import type { FoundReport } from './answers.ts';
import { nameReport } from './name-report.ts';
import type { Upload } from './upload.ts';

export const checkCrumb: Crumb = { label: '年报体检', href: '/check' };

/** The way to a page about an upload's reports: its list stands above only where there is one. */
export const uploadCrumbs = (id: string, upload: Upload): readonly Crumb[] =>
  upload.reports.length > 1
    ? [checkCrumb, { label: `全部 ${upload.reports.length} 份报告`, href: `/check/${id}` }]
    : [checkCrumb];

/** The way to a page about something in a report; `anchor` is where in the report it stands. */
export const reportCrumbs = (
  { id, upload, index, examined }: FoundReport,
  anchor?: string,
): readonly Crumb[] => [
  ...uploadCrumbs(id, upload),
  { label: nameReport(examined), href: `/check/${id}/${index + 1}${anchor ? `#${anchor}` : ''}` },
];
