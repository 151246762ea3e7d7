import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { JobDefinition } from '../platform/job/job-definition.ts';
import { log } from '../platform/log.ts';
import { freezeCase } from '../request/index.ts';

export const freezeJobName = 'freeze_demonstration';

/**
 * Freezes the files of the demonstration's archived cases as of the moment they were archived, the latest first: those
 * are looked at. It rests as long as it worked, because somebody is looking around meanwhile.
 */
export const freezeArchivedJob: JobDefinition = {
  name: freezeJobName,
  title: '固定演示区归档案卷的目录和文件',
  concurrency: 1,
  retries: 5,
  retryDelay: 30,
  longestDelay: 600,
  limit: 4 * 3600,
  run: async (spine, _, { signal }) => {
    const { rows } = await sql<{ id: string; at: Date }>`
      select r.id, max(s.at) as at from request r
      join request_step s on s.agency_id = r.agency_id and s.request_id = r.id and s.step = 'archive'
      where r.state = 'archived'
        and not exists (select from request_archive a where a.agency_id = r.agency_id and a.request_id = r.id)
      group by r.id order by at desc`.execute(spine.db);
    let failed: unknown;
    for (const { id, at } of rows) {
      signal.throwIfAborted();
      const began = performance.now();
      await freezeCase({ ...spine, now: () => at }, id).catch((error) => {
        failed = error;
      });
      await pause(performance.now() - began, undefined, { signal });
    }
    if (failed !== undefined) throw failed;
    log('archived cases of the demonstration frozen', { cases: rows.length });
  },
};
