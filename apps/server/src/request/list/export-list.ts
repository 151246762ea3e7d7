import { intakeChannels, listRequestsSchema, type RequestLine, waitingFor } from '@gongkai/contract';
import { type Caller, permit, recordReading } from '../../agency/index.ts';
import { refuseUnstorable } from '../../platform/api/refuse-unstorable.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Spine } from '../../platform/spine.ts';
import { todayOf } from '../case-clock.ts';
import { findRows, presentRows } from './list-requests.ts';

/** A table that people look through; more than this is narrowed first. */
const mostRows = 20_000;
const pageSize = 200;

const columns: readonly (readonly [
  head: string,
  width: number,
  of: (line: RequestLine) => string | number | null,
])[] = [
  ['登记编号', 30, ({ number }) => number],
  ['状态', 12, ({ stateName }) => stateName],
  ['来件渠道', 16, ({ channel }) => intakeChannels[channel]],
  ['申请人（隐去名字）', 18, ({ applicantName }) => applicantName],
  ['申请内容', 50, ({ title }) => title],
  ['到达日期', 12, ({ submittedOn }) => submittedOn],
  ['收到申请之日', 14, ({ receivedOn }) => receivedOn],
  ['答复期限', 12, ({ dueOn }) => dueOn],
  ['剩余工作日', 12, ({ workingDaysLeft }) => workingDaysLeft],
  ['等谁办理', 16, ({ waiting }) => (waiting === null ? null : waitingFor[waiting])],
  ['经办人', 12, ({ officerName }) => officerName],
  ['办理结果', 30, ({ outcomeName }) => outcomeName],
];

const readQuery = (agencyId: string, query: URLSearchParams) => {
  const given = Object.fromEntries([...query].filter(([, value]) => value !== ''));
  refuseUnstorable(given);
  const parsed = listRequestsSchema.safeParse({ ...given, after: undefined, size: pageSize, agencyId });
  if (parsed.success) return parsed.data;
  throw new Refusal(
    'invalid',
    'INPUT_INVALID',
    '导出的条件有误。请在申请列表中重新选择条件后导出。',
    String(parsed.error.issues[0]?.path[0] ?? ''),
  );
};

const linesOf = async (
  spine: Spine,
  caller: Caller,
  asked: ReturnType<typeof readQuery>,
): Promise<readonly RequestLine[]> => {
  const lines: RequestLine[] = [];
  let after: string | undefined;
  for (;;) {
    const { rows, next } = await findRows(spine, caller, { ...asked, after });
    lines.push(...(await presentRows(spine, caller, asked.agencyId, rows)));
    if (lines.length > mostRows)
      throw new Refusal(
        'invalid',
        'EXPORT_TOO_LONG',
        `符合条件的申请超过 ${mostRows} 件，请缩小范围（例如按日期分几次）后导出。`,
      );
    if (next === null) return lines;
    after = next;
  }
};

const writeSheet = async (lines: readonly RequestLine[]): Promise<Uint8Array<ArrayBuffer>> => {
  // Takes a while to load, and is rarely wanted.
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('申请', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(([header, width]) => ({ header, width }));
  sheet.getRow(1).font = { bold: true };
  for (const line of lines) sheet.addRow(columns.map(([, , of]) => of(line)));
  return new Uint8Array((await book.xlsx.writeBuffer()) as unknown as ArrayBuffer);
};

/**
 * The list as it is narrowed at present, as an XLSX table with masked names. It stands in the record before the
 * first byte leaves. Throws `PermissionDenied`, `Refusal` INPUT_INVALID, EXPORT_TOO_LONG.
 *
 * @param query `requestFilterSchema` and `order`, as they stand in an address
 */
export const exportList = async (
  spine: Spine,
  caller: Caller,
  agencyId: string,
  query: URLSearchParams,
): Promise<Response> => {
  const asked = readQuery(agencyId, query);
  await recordReading(spine, caller, async ({ db }) => permit(db, caller, 'request.view', asked.agencyId));
  const lines = await linesOf(spine, caller, asked);
  await recordReading(spine, caller, async ({ record }) => {
    record({
      kind: 'request_list_exported',
      agencyId: asked.agencyId,
      subject: { kind: 'agency', id: asked.agencyId },
      data: { count: lines.length },
    });
  });
  const bytes = await writeSheet(lines);
  return new Response(bytes, {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="requests-${todayOf(spine.now())}.xlsx"`,
      'Cache-Control': 'no-store',
    },
  });
};
