import type { AgencyInTree } from '@gongkai/contract';
import {
  fillTemplate,
  type getSlot,
  type ReplyDocument,
  type SlotValues,
  slots,
  type Template,
} from '@gongkai/reply-document';
import { addDays, civilDate } from '@gongkai/statute';
import { organOf } from './organ-of.ts';
import { contactLines, returnTo } from './reach-of.ts';

/** What stands in a slot of a letter that only shows how a template prints. */
const sampleOf = ({ id, label, type, options }: ReturnType<typeof getSlot>, on: string) => {
  if (options) return options[0]!;
  switch (type) {
    case 'date':
      return addDays(civilDate(on), -7);
    case 'money':
      return '1100';
    case 'list':
      return [`（${label}之一）`, `（${label}之二）`];
    default:
      return id === 'extensionDays' || id === 'correctionDays' ? '20' : `（${label}）`;
  }
};

/** A letter of invented contents that shows how a template prints; null where the agency's settings don't suffice. */
export const sampleLetter = (template: Template, agency: AgencyInTree, on: string): ReplyDocument | null => {
  const samples = Object.fromEntries(
    slots
      .filter(({ type }) => type !== 'remedy' && type !== 'article')
      .map((slot) => [slot.id, sampleOf(slot, on)]),
  );
  const filled = fillTemplate(template, {
    values: {
      ...samples,
      documentNumber: `${agency.shortName}〔${on.slice(0, 4)}〕1号`,
      addressee: '张某某',
      date: on,
      contact: contactLines(agency),
      returnTo: returnTo(agency) ?? samples.returnTo,
      enclosures: [],
    } as SlotValues,
    organ: organOf(agency),
  });
  return filled.ok ? filled.document : null;
};
