/** Reply documents (答复文书): the letters that an application calls for. Pure: template and facts in, bytes out. */
export { builtInTemplates, templateOn } from './built-in/template-on.ts';
export { checkEdited } from './check-edited.ts';
export { type DocumentParagraph, type ReplyDocument, replyDocumentSchema } from './document.ts';
export { type Facts, replyingOrganSchema, type SlotValues, slotValuesSchema } from './fill/facts.ts';
export { defaultBasis, type Filled, fillTemplate, type Missing } from './fill/fill-template.ts';
export { isMoney, moneyInCapitals } from './fill/money-in-capitals.ts';
export { sayWithheld, type WithheldPart } from './fill/say-withheld.ts';
export { type SlotType, slotTypeNames } from './slot/slot.ts';
export { getSlot, isFrameSlot, type Slot, type SlotId, slots } from './slot/slots.ts';
export { checkTemplate } from './template/check-template.ts';
export { type ParsedTemplate, parseTemplate } from './template/parse-template.ts';
export { printTemplate } from './template/print-template.ts';
export { type Requirements, requirementsOf } from './template/requirements.ts';
export type { Condition, Piece, Template, TemplateParagraph, TemplateProblem } from './template/template.ts';
