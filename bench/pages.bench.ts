import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { createApp } from '../apps/server/src/app.ts';
import { demonstrationPassword, setUpDemonstration } from '../apps/server/src/demonstration/index.ts';
import { openSpine } from '../apps/server/src/open-spine.ts';
import { readConfig } from '../apps/server/src/platform/config.ts';
import { demonstrationSite } from '../apps/server/src/portal/index.ts';
import { openReaders } from '../apps/server/src/report/index.ts';
import type { Bench, Row } from './bench.ts';
import { middleMean } from './measure.ts';

const callers = 8;
const each = 400;
const rounds = 7;

type Ask = (path: string) => Response | Promise<Response>;

/** Milliseconds of the clock for one answer, read to its end, with so many callers at a time. */
const take = async (ask: Ask, path: string): Promise<number> => {
  let left = each;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (left > 0) {
        left -= 1;
        const answer = await ask(path);
        if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
        await answer.arrayBuffer();
      }
    }),
  );
  return (performance.now() - start) / each;
};

export const bench: Bench = {
  question: `What do pages and lists cost (${callers} callers at a time, without the network)?`,
  floor: 'the same bytes, read from a file and answered by the same library',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-'));
    const config = readConfig({ GONGKAI_DATA: folder, GONGKAI_ONLY: 'portal,office' }, 1);
    const opened = await openSpine(config);
    await setUpDemonstration(opened.spine);
    const readers = openReaders({ size: 1, seconds: 60 });
    const app = createApp({ ...opened, config, readers, site: () => demonstrationSite });
    const signedIn = await app.request('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'auditor', password: demonstrationPassword }),
    });
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const { rows } = await opened.spine.database.pool.query<{ id: string }>(
      `select agency_id as id from disclosure_column group by agency_id order by count(*) desc limit 1`,
    );
    const subjects = [
      { what: 'the portal’s home', path: '/' },
      { what: 'the portal’s list of agencies (22)', path: '/agencies' },
      { what: 'an agency with its columns', path: `/agencies/${rows[0]?.id}` },
      { what: 'the API: 30 events, signed in', path: '/api/audit/events?size=30' },
    ];
    const ask: Ask = (path) => app.request(path, { headers: { cookie } });
    const results: Row[] = [];
    for (const [index, { what, path }] of subjects.entries()) {
      const file = join(folder, `page-${index}`);
      const answer = await ask(path);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      await writeFile(file, bytes);
      const fromFiles = new Hono();
      fromFiles.get('/', async (c) => c.body(new Uint8Array(await readFile(file))));
      const took: [number[], number[]] = [[], []];
      for (let round = 0; round < rounds; round += 1) {
        took[0].push(await take(ask, path));
        took[1].push(await take((same) => fromFiles.request(same), '/'));
      }
      results.push({
        what: `${what}, ${Math.round(bytes.length / 1024)} KB`,
        measured: middleMean(took[0]),
        unit: 'ms',
        against: { what: 'from a file', measured: middleMean(took[1]) },
      });
    }
    await readers.close();
    await opened.close();
    await rm(folder, { recursive: true, force: true });
    return results;
  },
};
