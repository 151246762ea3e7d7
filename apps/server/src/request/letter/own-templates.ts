import type { LetterTemplateId } from '@gongkai/contract';
import { parseTemplate, type Template, templateOn } from '@gongkai/reply-document';
import type { Db } from '../../platform/database/open-database.ts';

/** The version of an agency's own that is in force on a day; null where it has none, or gave it up again. */
export const ownVersion = async (
  db: Db,
  agencyId: string,
  template: LetterTemplateId,
  on: string,
): Promise<{ readonly text: string; readonly from: string } | null> => {
  const row = await db
    .selectFrom('letter_template')
    .select(['text', 'from_on'])
    .where('agency_id', '=', agencyId)
    .where('template', '=', template)
    .where('from_on', '<=', on)
    .orderBy('from_on', 'desc')
    .executeTakeFirst();
  return row?.text ? { text: row.text, from: row.from_on } : null;
};

/**
 * The template that a letter of a day is made by: the agency's own, else the built-in one. An own text that the
 * product has come to want more of gives way to the built-in one. Null before there was any.
 */
export const templateFor = async (
  db: Db,
  agencyId: string,
  template: LetterTemplateId,
  on: string,
): Promise<Template | null> => {
  const own = await ownVersion(db, agencyId, template, on);
  const parsed = own && parseTemplate(own.text);
  return parsed?.ok ? parsed.template : templateOn(template, on);
};
