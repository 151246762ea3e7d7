/** The thread in which uploads are read, checked and written: whatever a file does, it does it here. */
import { checkReport, checkSeries, listReports } from '@gongkai/annual-report';
import { openReportEngine, serveTasks } from '@gongkai/report-worker';
import type { ReadResult, ReadTask } from './read-task.ts';

const engine = openReportEngine({ recognise: true });

const unpack = (bytes: Uint8Array, most: number, megabytes: number): ReadResult => {
  const files: { name: string; bytes: Uint8Array }[] = [];
  let room = megabytes * 1024 * 1024;
  let leftOut = 0;
  for (const { name, bytes: inflate } of listReports(bytes)) {
    if (files.length >= most || room <= 0) {
      leftOut += 1;
      continue;
    }
    const inner = inflate();
    room -= inner.length;
    files.push({ name, bytes: inner });
  }
  return { kind: 'unpack', files, leftOut };
};

const handle = async (task: ReadTask): Promise<ReadResult> => {
  switch (task.kind) {
    case 'unpack':
      return unpack(task.bytes, task.files, task.megabytes);
    case 'read': {
      const reading = await engine.read(task.bytes, task.name);
      return {
        kind: 'read',
        reading,
        findings: reading.reports.map((report) => checkReport(report, task.options)),
      };
    }
    case 'years':
      return { kind: 'years', findings: checkSeries(task.reports, task.options) };
    case 'write':
      return { kind: 'write', bytes: await engine.write(task.report, task.format) };
    case 'picture':
      return { kind: 'picture', bytes: await engine.picture(task.bytes, task.wanted) };
  }
};

serveTasks(handle, engine.spent);
