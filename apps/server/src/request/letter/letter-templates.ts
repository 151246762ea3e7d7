import type { LetterTemplate, LetterTemplateId } from '@gongkai/contract';
import {
  isFrameSlot,
  parseTemplate,
  printTemplate,
  requirementsOf,
  type SlotId,
  slots,
  slotTypeNames,
  templateOn,
  writeHtml,
} from '@gongkai/reply-document';
import { replyTemplates } from '@gongkai/statute';
import { actAs, type Caller, permit, permitReading, readAgency } from '../../agency/index.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Spine } from '../../platform/spine.ts';
import { todayOf } from '../case-clock.ts';
import { ownVersion } from './own-templates.ts';
import { sampleLetter } from './sample-letter.ts';

const recipients = { applicant: '申请人', thirdParty: '第三方', otherAgency: '其他机关' } as const;

/** A template without its line 施行: since when it holds is the day on which it was saved. */
const withoutDate = (text: string): string => text.replace(/^施行：.*\n/m, '');

/** The line comes back with a day, third as it is printed. */
const withDate = (text: string, on: string): string => {
  const plain = text.replace(/^\s*施行\s*[：:].*(?:\r?\n|$)/m, '');
  return plain.replace(/^(\s*标题\s*[：:].*)$/m, `$1\n施行：${on}`);
};

/** The line that people see is one less from where 施行 was taken out. */
const lineShown = (line: number | null): number | null => (line === null || line < 3 ? line : line - 1);

const present = async (
  db: Db,
  agencyId: string,
  template: LetterTemplateId,
  on: string,
): Promise<LetterTemplate> => {
  const { name, to } = replyTemplates.find(({ id }) => id === template)!;
  const builtIn = templateOn(template, on)!;
  const own = await ownVersion(db, agencyId, template, on);
  const builtInText = withoutDate(printTemplate(builtIn));
  const { always, somewhere } = requirementsOf(template);
  const required = new Set<SlotId>([...always, ...somewhere]);
  return {
    template,
    name,
    to: recipients[to],
    from: own?.from ?? builtIn.from,
    isOwn: own !== null,
    text: own ? withoutDate(own.text) : builtInText,
    builtIn: builtInText,
    slots: slots
      .filter(({ id }) => !isFrameSlot(id) && (id !== 'remedy' || required.has(id)))
      .map(({ id, label, type, hint }) => ({
        label,
        typeName: slotTypeNames[type],
        hint,
        required: required.has(id),
      }))
      .toSorted((a, b) => Number(b.required) - Number(a.required)),
  };
};

/** The templates by which an agency's letters are made today. Throws `PermissionDenied`. */
export const listTemplates = async (
  spine: Spine,
  caller: Caller,
  agencyId: string,
): Promise<LetterTemplate[]> => {
  await permitReading(spine, caller, 'letter_template.view', agencyId);
  const on = todayOf(spine.now());
  const list: LetterTemplate[] = [];
  for (const { id } of replyTemplates) list.push(await present(spine.db, agencyId, id, on));
  return list;
};

interface Problem {
  readonly line: number | null;
  readonly message: string;
}

const parse = (template: LetterTemplateId, text: string, on: string) => {
  const parsed = parseTemplate(withDate(text, on));
  if (!parsed.ok)
    return {
      ok: false as const,
      problems: parsed.problems.map(({ line, message }) => ({ line: lineShown(line), message })),
    };
  const name = replyTemplates.find(({ id }) => id === template)!.name;
  return parsed.template.kind === template
    ? { ok: true as const, template: parsed.template }
    : {
        ok: false as const,
        problems: [{ line: 1, message: `这里修改的是“${name}”，第一行的文书种类不能改。` }],
      };
};

/** What is wrong with a template while it is being changed, by line, and a letter of invented contents made by it. */
export const checkTemplateText = async (
  spine: Spine,
  caller: Caller,
  {
    agencyId,
    template,
    text,
  }: { readonly agencyId: string; readonly template: LetterTemplateId; readonly text: string },
): Promise<{ readonly problems: Problem[]; readonly html: string | null }> => {
  await permitReading(spine, caller, 'letter_template.view', agencyId);
  const on = todayOf(spine.now());
  const parsed = parse(template, text, on);
  if (!parsed.ok) return { problems: parsed.problems, html: null };
  const document = sampleLetter(parsed.template, await readAgency(spine.db, agencyId), on);
  return { problems: [], html: document && writeHtml(document) };
};

/**
 * Changes a template from today on, or (`text` null) goes back to the built-in one; letters made before stay as they
 * are. Throws `PermissionDenied`, `Refusal` LETTER_TEMPLATE_WRONG with every line that is wrong.
 */
export const changeTemplate = async (
  spine: Spine,
  caller: Caller,
  {
    agencyId,
    template,
    text,
  }: { readonly agencyId: string; readonly template: LetterTemplateId; readonly text: string | null },
): Promise<LetterTemplate> =>
  actAs(spine, caller, async ({ db, now, record }) => {
    await permit(db, caller, 'letter_template.change', agencyId);
    const on = todayOf(now);
    const parsed = text === null ? null : parse(template, text, on);
    if (parsed && !parsed.ok)
      throw new Refusal(
        'invalid',
        'LETTER_TEMPLATE_WRONG',
        `模板还不能用：${parsed.problems.map(({ message }) => message).join('')}`,
        parsed.problems.map(({ line, message }) => ({
          field: 'text',
          message: line === null ? message : `第${line}行：${message}`,
        })),
      );
    const stored = parsed ? printTemplate(parsed.template) : null;
    const before = await ownVersion(db, agencyId, template, on);
    if (stored === null && before === null) return present(db, agencyId, template, on);
    await db
      .insertInto('letter_template')
      .values({ agency_id: agencyId, template, from_on: on, text: stored })
      .onConflict((conflict) =>
        conflict.columns(['agency_id', 'template', 'from_on']).doUpdateSet({ text: stored }),
      )
      .execute();
    const after = await present(db, agencyId, template, on);
    record({
      kind: stored === null ? 'letter_template_restored' : 'letter_template_changed',
      agencyId,
      subject: { kind: 'letter_template', id: template },
      data: { name: after.name, from: on },
    });
    return after;
  });
