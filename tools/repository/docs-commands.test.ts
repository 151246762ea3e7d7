import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commands } from '../../apps/cli/src/commands.ts';
import { wrongCommands } from './docs-commands.ts';
import { filesOf, read } from './repository.ts';

const scripts = new Set(Object.keys(JSON.parse(read('package.json')).scripts));

test('every command that a document shows exists, with the options shown', () => {
  const pages = filesOf('*.md', 'docs/**/*.md', 'bench/*.md');
  assert.ok(pages.includes('README.md') && pages.includes('README.zh-CN.md'));
  const wrong = pages.flatMap((path) => wrongCommands(read(path), scripts).map((line) => `${path}: ${line}`));
  assert.deepEqual(wrong, []);
});

test('both READMEs show every command of the program', () => {
  for (const path of ['README.md', 'README.zh-CN.md'])
    assert.deepEqual(
      commands.filter(({ name }) => !read(path).includes(`gongkai ${name}`)).map(({ name }) => name),
      [],
      path,
    );
});

test('a script or option that does not exist is found', () => {
  assert.equal(wrongCommands('`npm run nothing`', scripts).length, 1);
  assert.equal(wrongCommands('```sh\nnpx gongkai report read a.pdf --yaml\n```', scripts).length, 1);
  assert.equal(
    wrongCommands('```sh\nPORT=1 npm start\nnpx gongkai report read a.pdf --json\n```', scripts).length,
    0,
  );
});
