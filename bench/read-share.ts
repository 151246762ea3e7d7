/** Reads every second file of a folder as the command line would, and nothing else: `read-share.ts FOLDER 0|1`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openReportEngine } from '@gongkai/report-worker';
import { presentReading } from '../apps/cli/src/report/present.ts';

const [, , folder = '', share = '0'] = process.argv;
const engine = openReportEngine({ recognise: false });
for (const [index, name] of readdirSync(folder).sort().entries()) {
  if (index % 2 !== Number(share)) continue;
  const file = join(folder, name);
  const { text } = presentReading(file, await engine.read(readFileSync(file), file), { kind: 'json' });
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}
