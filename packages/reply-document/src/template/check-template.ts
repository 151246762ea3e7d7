import { getSlot, type SlotId } from '../slot/slots.ts';
import { nameOfKind } from './print-template.ts';
import { requirementsOf } from './requirements.ts';
import { slotsOf, type Template, type TemplateParagraph, type TemplateProblem } from './template.ts';

/**
 * What the law wants in a document and this template lacks, and what must not stand in it. An agency may word
 * a document as it likes, but can't take a required part out.
 */
export const checkTemplate = (template: Template): readonly TemplateProblem[] => {
  const { always, somewhere, phrases, remedySubject } = requirementsOf(template.kind);
  const name = nameOfKind(template.kind);
  const all = template.paragraphs;
  const unconditional = all.filter(({ when }) => when === null);
  const lacks: TemplateProblem[] = [
    ...always
      .filter((slot) => !holds(unconditional, slot))
      .map((slot) => ({ line: null, message: lacking(name, slot, holds(all, slot)) })),
    ...somewhere
      .filter((slot) => !holds(all, slot))
      .map((slot) => ({ line: null, message: lacking(name, slot, false) })),
    ...phrases
      .filter((phrase) => !unconditional.some((paragraph) => wordsOf(paragraph).includes(phrase)))
      .map((phrase) => ({
        line: null,
        message: `${name}必须写明“${phrase}”，请在不带条件的段落中保留这几个字。`,
      })),
  ];
  if (remedySubject === null && holds(all, 'remedy'))
    lacks.push({ line: null, message: `${name}不告知救济途径，请删去{救济途径}一段。` });
  return lacks;
};

const holds = (paragraphs: readonly TemplateParagraph[], slot: SlotId): boolean =>
  paragraphs.some((paragraph) => slotsOf(paragraph).includes(slot));

const wordsOf = ({ pieces }: TemplateParagraph): string =>
  pieces.map((piece) => ('words' in piece ? piece.words : '')).join('');

const lacking = (name: string, slot: SlotId, onlyConditional: boolean): string => {
  const { label, why, article } = getSlot(slot);
  const basis = article === null ? '' : `（${article}）`;
  return onlyConditional
    ? `${name}的{${label}}只写在带条件的段落里，条件不满足时就会缺失：${why}${basis}。请写进不带条件的段落。`
    : `${name}缺少{${label}}：${why}${basis}。请补上这一项。`;
};
