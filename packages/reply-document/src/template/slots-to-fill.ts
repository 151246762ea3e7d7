import { getSlot, isFrameSlot, type Slot, slots } from '../slot/slots.ts';
import { requirementsOf } from './requirements.ts';
import { type Condition, slotsOf, type Template } from './template.ts';

/** A slot as a form for the officer shows it. */
export interface SlotToFill {
  readonly slot: Slot;
  /**
   * `needed`: without it there is no document; `optional`: what it belongs to is left out; a condition: needed
   * where the condition holds.
   */
  readonly need: 'needed' | 'optional' | Condition;
}

/**
 * What a person fills in for a template, each slot once: first the frame, then in the order of the text. The
 * remedies are not among them (nobody types them); the articles are optional, since the outcome has its own.
 */
export const slotsToFill = (template: Template): readonly SlotToFill[] => {
  const found = new Map<string, SlotToFill>();
  const { numberOptional } = requirementsOf(template.kind);
  for (const slot of slots.filter(({ id }) => isFrameSlot(id))) {
    const optional = slot.id === 'enclosures' || (slot.id === 'documentNumber' && numberOptional);
    found.set(slot.id, { slot, need: optional ? 'optional' : 'needed' });
  }
  // Needed wins over needed on a condition, and that over optional.
  const rank = (need: SlotToFill['need']): number => (need === 'needed' ? 2 : need === 'optional' ? 0 : 1);
  const add = (id: Slot['id'], need: SlotToFill['need']): void => {
    const kept = found.get(id);
    if (kept === undefined || rank(need) > rank(kept.need)) found.set(id, { slot: getSlot(id), need });
  };
  for (const paragraph of template.paragraphs) {
    if (paragraph.when !== null) add(paragraph.when.slot, 'optional');
    for (const id of slotsOf(paragraph)) {
      if (getSlot(id).type === 'remedy') continue;
      if (id === 'basis') add(id, 'optional');
      else if (paragraph.when === null) add(id, 'needed');
      else add(id, paragraph.when.slot === id ? 'optional' : paragraph.when);
    }
  }
  return [...found.values()];
};
