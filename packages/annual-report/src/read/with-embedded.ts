import { parseReportJson } from '../json/parse-report-json.ts';
import { ReadError } from '../problem.ts';
import type { Report } from '../report.ts';
import { mergeEmbedded } from './merge-embedded.ts';
import type { Source } from './source.ts';

/** The report as shown, completed by the data that our own writer embedded; data that cannot be read is as good as none. */
export const withEmbedded = (shown: Report, { embedded, format }: Source): Report => {
  if (embedded === null) return shown;
  try {
    return mergeEmbedded(shown, parseReportJson(embedded), format === 'pdf');
  } catch (error) {
    if (error instanceof ReadError) return shown;
    throw error;
  }
};
