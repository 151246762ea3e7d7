import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesOf, read } from './repository.ts';
import { tokensCss } from './tokens-css.ts';

const tokensPath = 'apps/server/public/tokens.css';
const sheets = (): readonly string[] =>
  ['apps/server/public/**/*.css', 'apps/server/src/**/*.css'].flatMap((pattern) => filesOf(pattern));

/** Without comments; what stands in quotes is content or a font's name. */
const bare = (css: string): string => css.replace(/\/\*[\s\S]*?\*\/|"[^"]*"/g, '');

test('tokens.css is what the design tokens say', () => {
  assert.equal(read(tokensPath), tokensCss());
});

test('no style sheet has a colour of its own', () => {
  const others = sheets().filter((path) => path !== tokensPath);
  assert.ok(others.length > 3);
  const raw = others.flatMap((path) =>
    [
      ...bare(read(path)).matchAll(
        /#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|oklch)\([^)]*\)|:\s*(?:white|black|red|gr[ae]y)\b/gi,
      ),
    ].map(([found]) => `${path}: ${found}`),
  );
  assert.deepEqual(raw, []);
});

test('every custom property that a style sheet uses is a token, or set in the same sheet', () => {
  const tokens = new Set([...tokensCss().matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
  const unknown = sheets().flatMap((path) => {
    const css = bare(read(path));
    const own = new Set([...css.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
    return [...css.matchAll(/var\((--[\w-]+)/g)]
      .filter(([, name]) => !tokens.has(name) && !own.has(name))
      .map(([, name]) => `${path}: ${name}`);
  });
  assert.deepEqual(unknown, []);
});

/** The classes that a sheet's rules begin with. */
const leading = (css: string): readonly string[] => [
  ...new Set([...css.matchAll(/^\s*\.([\w-]+)/gm)].map(([, name]) => name as string)),
];

test('what a component is called by, no sheet of an area uses for something else', () => {
  const shared = new Set(['button']);
  const own = sheets()
    .filter((path) => path.includes('/component/'))
    .flatMap((path) => leading(bare(read(path))));
  const frame = ['tokens', 'base', 'frame', 'pages', 'print'].map((name) => `apps/server/public/${name}.css`);
  const clashes = sheets()
    .filter((path) => path.startsWith('apps/server/public/') && !frame.includes(path))
    .flatMap((path) => {
      const used = new Set([...bare(read(path)).matchAll(/\.([a-z][\w-]*)/gi)].map(([, name]) => name));
      return own.filter((name) => used.has(name) && !shared.has(name)).map((name) => `${path}: .${name}`);
    });
  assert.deepEqual(clashes, []);
});

test('no style sheet is longer than 500 lines', () => {
  assert.deepEqual(
    sheets().filter((path) => read(path).split('\n').length > 500),
    [],
  );
});
