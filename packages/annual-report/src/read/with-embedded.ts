import { parseReportJson } from '../json/parse-report-json.ts';
import { ReadError } from '../problem.ts';
import type { Report } from '../report.ts';
import { mergeEmbedded } from './merge-embedded.ts';

/** The report as shown, completed by the data that our own writer embedded; data that cannot be read is as good as none. */
export const withEmbedded = (shown: Report, embedded: string | null): Report => {
  if (embedded === null) return shown;
  try {
    return mergeEmbedded(shown, parseReportJson(embedded));
  } catch (error) {
    if (error instanceof ReadError) return shown;
    throw error;
  }
};
