import assert from 'node:assert/strict';
import { test } from 'node:test';
import { needs } from '../tools/system-package.ts';
import { makeDataFolder, prepareDistrict } from './faults-test-kit.ts';
import { startProgram } from './running-program.ts';
import { createDatabase, openServerPostgres } from './server-postgres-kit.ts';

/** What each face answers: 200 where it serves the address, 404 where it doesn't. */
const served = {
  portal: { '/': 200, '/check': 200, '/office/': 404, '/api/session': 404, '/api/docs': 404 },
  office: { '/': 404, '/check': 200, '/office/': 200, '/api/session': 200, '/api/docs': 200 },
  worker: { '/': 404, '/check': 404, '/office/': 404, '/api/session': 404, '/api/docs': 404 },
} as const;

test('portal, office and worker as programs of their own serve their part and nothing else', {
  skip: needs('postgres'),
}, async () => {
  const postgres = await openServerPostgres();
  const env = { GONGKAI_DATA: await makeDataFolder(), DATABASE_URL: await createDatabase(postgres.url) };
  await prepareDistrict(env);
  for (const [face, answers] of Object.entries(served)) {
    const program = await startProgram(env, ['serve', '--only', face]);
    for (const [path, status] of Object.entries({
      ...answers,
      '/healthz': 200,
      '/healthz/ready': 200,
      '/metrics': 200,
    }))
      assert.equal((await fetch(`${program.url}${path}`)).status, status, `${face} ${path}`);
    program.child.kill('SIGTERM');
    assert.equal(await program.ended, 0, program.output());
  }
});
