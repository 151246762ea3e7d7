/** The thread in which uploads are read, checked, compared and written: whatever a file does, it does it here. */
import {
  checkAgencies,
  checkReport,
  checkSeries,
  compareReports,
  listReports,
  type Problem,
  problem,
  ReadError,
  writeFindings,
} from '@gongkai/annual-report';
import { openReportEngine, serveTasks } from '@gongkai/report-worker';
import type { ReadKind, ReadTask, ReadTasks } from './read-task.ts';

const engine = openReportEngine({ recognise: true });

const problemOf = (error: unknown): Problem =>
  error instanceof ReadError ? error.problem : problem('file.damaged', null, { detail: '内部结构无法解析' });

type Unpacked = ReadTasks['unpack']['answers'];

const unpack = ({ bytes, files: most, megabytes }: ReadTasks['unpack']['asks']): Unpacked => {
  const files: Unpacked['files'][number][] = [];
  let room = megabytes * 1024 * 1024;
  let leftOut = 0;
  try {
    for (const { name, bytes: inflate } of listReports(bytes)) {
      if (files.length >= most || room <= 0) {
        leftOut += 1;
        continue;
      }
      try {
        const inner = inflate();
        room -= inner.length;
        files.push({ name, bytes: inner });
      } catch (error) {
        files.push({ name, problem: problemOf(error) });
      }
    }
    return { files, leftOut, problem: null };
  } catch (error) {
    return { files, leftOut, problem: problemOf(error) };
  }
};

const read = async ({
  bytes,
  name,
  options,
}: ReadTasks['read']['asks']): Promise<ReadTasks['read']['answers']> => {
  const reading = await engine.read(bytes, name);
  return { reading, findings: reading.reports.map((report) => checkReport(report, options)) };
};

type Answer = ReadTasks[ReadKind]['answers'];

const handle = ({ kind, asks }: ReadTask): Answer | Promise<Answer> => {
  switch (kind) {
    case 'unpack':
      return unpack(asks);
    case 'read':
      return read(asks);
    case 'years':
      return checkSeries(asks.reports, asks.options);
    case 'family':
      return checkAgencies(asks.parent, asks.children, asks.options);
    case 'compare':
      return compareReports(asks.left, asks.right);
    case 'write':
      return engine.write(asks.report, asks.format);
    case 'writeFindings':
      return writeFindings(asks.rows, asks.format);
    case 'picture':
      return engine.picture(asks.bytes, asks.wanted);
  }
};

serveTasks(handle, engine.spent);
