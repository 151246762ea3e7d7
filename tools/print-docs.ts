/** `npm run docs`: writes the pages of docs/ that are printed from the code's own data. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checksPage } from '../packages/annual-report/scripts/checks-page.ts';
import { errorsPage } from './repository/errors-page.ts';
import { root } from './repository/repository.ts';

const pages: Readonly<Record<string, () => string>> = {
  'docs/errors.md': errorsPage,
  'docs/checks.md': checksPage,
};

for (const [path, render] of Object.entries(pages)) {
  writeFileSync(join(root, path), render());
  console.log(path);
}
