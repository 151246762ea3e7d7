import type { ReplyTemplateId } from '@gongkai/statute';
import { parseTemplate } from '../template/parse-template.ts';
import type { Template } from '../template/template.ts';
import { consultationTexts } from './consultation-texts.ts';
import { disclosedTexts } from './disclosed-texts.ts';
import { notProcessedTexts } from './not-processed-texts.ts';
import { otherTexts } from './other-texts.ts';
import { procedureTexts } from './procedure-texts.ts';
import { refusedTexts } from './refused-texts.ts';
import { unavailableTexts } from './unavailable-texts.ts';

const parsed = (text: string): Template => {
  const result = parseTemplate(text);
  if (result.ok) return result.template;
  throw new Error(
    result.problems.map(({ line, message }) => `${line ?? '全文'}：${message}`).join('\n') + text,
  );
};

/** The templates that come with the product, written as an agency writes its own. */
export const builtInTemplates: readonly Template[] = [
  ...procedureTexts,
  ...consultationTexts,
  ...disclosedTexts,
  ...refusedTexts,
  ...unavailableTexts,
  ...notProcessedTexts,
  ...otherTexts,
].map(parsed);

/**
 * The template by which a document of a day (`YYYY-MM-DD`) is made: the agency's own version that came
 * into force last, else the built-in one. `null` before the day from which there is any.
 */
export const templateOn = (
  kind: ReplyTemplateId,
  date: string,
  own: readonly Template[] = [],
): Template | null => latest(own, kind, date) ?? latest(builtInTemplates, kind, date);

const latest = (versions: readonly Template[], kind: ReplyTemplateId, date: string): Template | null =>
  versions
    .filter((template) => template.kind === kind && template.from <= date)
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .at(-1) ?? null;
