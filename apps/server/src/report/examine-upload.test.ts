import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultCheckOptions } from '@gongkai/annual-report';
import { TaskFailed } from '@gongkai/report-worker';
import { examineUpload } from './examine-upload.ts';
import type { Readers } from './readers.ts';
import { createUpload, waitingFile } from './upload.ts';

const limits = { readSeconds: 60, uploadFiles: 10, uploadMegabytes: 10 };

const failing = (error: unknown): Readers => ({
  run: () => Promise.reject(error),
  pending: () => 0,
  close: async () => {},
});

const examineWith = async (readers: Readers, resize = () => true) => {
  const contents = ['报告.pdf', '报告.zip'].map((name) => ({
    file: waitingFile(name),
    bytes: new Uint8Array(10),
  }));
  const upload = createUpload(
    contents.map(({ file }) => file),
    defaultCheckOptions,
  );
  await examineUpload(upload, contents, readers, limits, resize);
  return {
    done: upload.done,
    problems: upload.files.map(({ state, problems }) => `${state} ${problems.map(({ code }) => code)}`),
  };
};

test('whatever the threads do, an upload is done at the end and each file says why it was not read', async () => {
  const outcome = async (error: unknown) => examineWith(failing(error));
  assert.deepEqual(await outcome(new TaskFailed('time')), {
    done: true,
    problems: ['done file.timeout', 'done file.timeout'],
  });
  assert.deepEqual(await outcome(new TaskFailed('memory')), {
    done: true,
    problems: ['done file.tooCostly', 'done file.tooCostly'],
  });
  for (const error of [
    new TaskFailed('crash'),
    new TaskFailed('closed'),
    new RangeError('x'),
    'no error',
    null,
  ])
    assert.deepEqual(await outcome(error), {
      done: true,
      problems: ['done file.damaged', 'done file.damaged'],
    });
});

test('files for which there is no room in memory are not read, and say so', async () => {
  const { done, problems } = await examineWith(failing(new TaskFailed('crash')), () => false);
  assert.equal(done, true);
  assert.deepEqual(problems, ['done file.tooCostly', 'done file.tooCostly']);
});
