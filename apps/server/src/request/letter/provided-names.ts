import type { Db } from '../../platform/database/open-database.ts';
import type { Spine } from '../../platform/spine.ts';
import { filesOf } from '../file/case-files.ts';
import type { RequestRow } from '../load-case.ts';

/** What goes along with a reply, by the names of the files without their endings, in the order they were added. */
export const providedNames = async (
  { cipher }: Pick<Spine, 'cipher'>,
  db: Db,
  row: RequestRow,
): Promise<readonly string[]> =>
  (await filesOf({ db, cipher }, row))
    .filter(({ isProvided, removedOn }) => isProvided && removedOn === null)
    .map(({ name }) => name.replace(/\.[a-z0-9]{1,5}$/i, ''));
