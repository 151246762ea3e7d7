import { type AuditCriteria, auditExportPath } from '@gongkai/contract';

/**
 * Lets the browser keep the log as a file. It may be of any length, so it goes from the server to the disk without
 * passing through the page: an address with a download, no answer of the API held here.
 */
export const exportEvents = (criteria: AuditCriteria): void => {
  const query = new URLSearchParams(
    Object.entries(criteria).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
  const link = document.createElement('a');
  link.href = `/api${auditExportPath}?${query}`;
  link.download = '';
  link.click();
};
