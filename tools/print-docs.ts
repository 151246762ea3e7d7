/** `npm run docs`: writes the pages and schemas of docs/ that are printed from the code's own data. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedSchemas } from '../packages/annual-report/src/json/published-schemas.ts';
import { checksPage } from './repository/checks-page.ts';
import { errorsPage } from './repository/errors-page.ts';
import { root } from './repository/repository.ts';

const pages: ReadonlyMap<string, string> = new Map([
  ['docs/errors.md', errorsPage()],
  ['docs/checks.md', checksPage()],
  ...Array.from(publishedSchemas(), ([name, schema]) => [`docs/schemas/${name}`, schema] as const),
]);

for (const [path, text] of pages) {
  writeFileSync(join(root, path), text);
  console.log(path);
}
