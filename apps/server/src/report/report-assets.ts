/** The style sheets of 年报体检, after the portal's own. */
export const reportStyles = [
  'check.css',
  'form-table.css',
  'report.css',
  'years.css',
  'report-print.css',
] as const;

/** All files in `public/` that its pages refer to. */
export const reportAssets = [...reportStyles, 'upload.js', 'progress.js', 'result.js'] as const;
