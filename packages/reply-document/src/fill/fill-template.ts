import {
  findRemedy,
  isCivilDate,
  normaliseDocumentNumber,
  outcomes,
  type ReplyTemplateId,
  replyTemplates,
} from '@gongkai/statute';
import type { DocumentParagraph, ReplyDocument } from '../document.ts';
import { linesOf, oneLine } from '../printable.ts';
import { getSlot, type SlotId } from '../slot/slots.ts';
import { requirementsOf } from '../template/requirements.ts';
import { slotsOf, type Template, type TemplateParagraph } from '../template/template.ts';
import type { Facts } from './facts.ts';
import { type Said, sayValue, withoutEndMark } from './say-value.ts';

/** Why a document can't be made yet, for the person who fills it. */
export interface Missing {
  /** `organ` = the agency's settings. */
  readonly slot: SlotId | 'organ';
  readonly label: string;
  /** Not given at all, or given and not usable. */
  readonly problem: 'absent' | 'wrong';
  readonly message: string;
  readonly hint: string;
  readonly article: string | null;
}

export type Filled =
  | { readonly ok: true; readonly document: ReplyDocument }
  | { readonly ok: false; readonly missing: readonly Missing[] };

/**
 * Fills a template. Either every slot of every paragraph that is printed has its fact, or there is no
 * document but the list of all that is missing, each with why it is needed: never a letter with a gap.
 */
export const fillTemplate = (template: Template, facts: Facts): Filled => {
  const missing = new Map<string, Missing>();
  const given = isCivilDate(facts.values.date?.trim() ?? '') ? facts.values.date!.trim() : null;
  const say = (slot: SlotId): Said => sayFact(template.kind, slot, facts, given);
  const need = (slot: SlotId): readonly string[] => {
    const found = say(slot);
    if (found.state === 'said') return found.lines;
    missing.set(slot, missingSlot(slot, found));
    return [];
  };

  const organ = oneLine(facts.organ.name);
  if (organ === '') missing.set('organ', missingOrgan);
  const optional = requirementsOf(template.kind).numberOptional && say('documentNumber').state === 'absent';
  const number = optional ? null : normaliseDocumentNumber(need('documentNumber').join(''));
  const addressee = need('addressee').join('');
  need('date');
  const contact = need('contact');
  const enclosures = say('enclosures');

  const printed = template.paragraphs.filter(({ when }) => {
    if (when === null) return true;
    const found = say(when.slot);
    // What is given and not usable is neither there nor not there: it has to be put right first.
    if (found.state === 'wrong') need(when.slot);
    return (found.state === 'said') === when.given;
  });
  const body = printed.flatMap((paragraph) => fillParagraph(paragraph, need));

  if (missing.size > 0 || given === null) return { ok: false, missing: [...missing.values()] };
  return {
    ok: true,
    document: {
      kind: template.kind,
      organ,
      title: template.title,
      number,
      addressee,
      body,
      enclosures: enclosures.state === 'said' ? enclosures.lines : [],
      date: given,
      contact,
    },
  };
};

const sayFact = (kind: ReplyTemplateId, slot: SlotId, facts: Facts, date: string | null): Said => {
  if (slot === 'remedy') return sayRemedy(kind, facts, date);
  const value = facts.values[slot as keyof Facts['values']];
  const defaulted =
    slot === 'basis' && (value === undefined || value.length === 0) ? defaultBasis(kind) : value;
  return sayValue(getSlot(slot), defaulted, date);
};

/** The articles of the outcome, or of the kind of document. */
export const defaultBasis = (kind: ReplyTemplateId) =>
  outcomes.find(({ template }) => template === kind)?.basis ??
  replyTemplates.find(({ id }) => id === kind)!.basis;

/** An empty line stands for: nothing to be named, since the agency's settings say so. */
const sayRemedy = (kind: ReplyTemplateId, { organ, routeChoices }: Facts, date: string | null): Said => {
  const subject = requirementsOf(kind).remedySubject;
  // Without a date, the date is what is missing.
  if (subject === null || date === null) return { state: 'said', lines: [] };
  const found = findRemedy({ subject, date, organ, ...(routeChoices && { choices: routeChoices }) });
  if (!found.ok) return { state: 'wrong', message: found.reason };
  return { state: 'said', lines: found.value.paragraph === '' ? [] : [found.value.paragraph] };
};

const fillParagraph = (
  { pieces, ...rest }: TemplateParagraph,
  need: (slot: SlotId) => readonly string[],
): readonly DocumentParagraph[] => {
  const [only] = slotsOf({ pieces, ...rest });
  if (pieces.length === 1 && only !== undefined) {
    const lines = need(only);
    if (getSlot(only).type === 'remedy') return lines.map((text) => ({ role: 'remedy', text }));
    if (getSlot(only).type === 'list') return entries(lines);
    return lines.map((text) => ({ role: 'text', text }));
  }
  const text = pieces
    .map((piece, index) => {
      if ('words' in piece) return piece.words;
      const next = pieces[index + 1];
      const following = next !== undefined && 'words' in next ? next.words : '';
      return withoutEndMark(need(piece.slot).join(' '), following);
    })
    .join('');
  return linesOf(text).map((line) => ({ role: 'text', text: line }));
};

/** Entries end as items of one sentence, unless they are sentences themselves. */
const entries = (lines: readonly string[]): readonly DocumentParagraph[] =>
  lines.map((text, index) => ({
    role: 'entry',
    text: /[。；！？]$/.test(text) ? text : text + (index + 1 === lines.length ? '。' : '；'),
  }));

const missingSlot = (id: SlotId, found: Said): Missing => {
  const { label, why, hint, article } = getSlot(id);
  return found.state === 'wrong'
    ? { slot: id, label, problem: 'wrong', message: found.message, hint, article }
    : { slot: id, label, problem: 'absent', message: `还没有填写“${label}”：${why}。`, hint, article };
};

const missingOrgan: Missing = {
  slot: 'organ',
  label: '机关名称',
  problem: 'absent',
  message: '机关设置中还没有填写机关名称：文书要有发文机关标志和署名。',
  hint: '请在机关设置中填写机关全称或者规范化简称',
  article: null,
};
