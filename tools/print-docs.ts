/** `npm run docs`: writes what is printed from the code's own data: pages and schemas of docs/, the portal's tokens. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedSchemas } from '../packages/annual-report/src/json/published-schemas.ts';
import { checksPage } from './repository/checks-page.ts';
import { errorsPage } from './repository/errors-page.ts';
import { eventsPage } from './repository/events-page.ts';
import { permissionsPage } from './repository/permissions-page.ts';
import { root } from './repository/repository.ts';
import { requestsPage } from './repository/requests-page.ts';
import { statutePage } from './repository/statute-page.ts';
import { tokensCss } from './repository/tokens-css.ts';

const pages: ReadonlyMap<string, string> = new Map([
  ['docs/errors.md', errorsPage()],
  ['docs/checks.md', checksPage()],
  ['docs/events.md', eventsPage()],
  ['docs/permissions.md', permissionsPage()],
  ['docs/requests.md', requestsPage()],
  ['docs/statute.md', statutePage()],
  ['apps/server/public/tokens.css', tokensCss()],
  ...Array.from(publishedSchemas(), ([name, schema]) => [`docs/schemas/${name}`, schema] as const),
]);

for (const [path, text] of pages) {
  writeFileSync(join(root, path), text);
  console.log(path);
}
