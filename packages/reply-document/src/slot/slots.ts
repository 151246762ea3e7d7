import { frameSlots, requestSlots } from './common-slots.ts';
import { outcomeSlots } from './outcome-slots.ts';
import { procedureSlots } from './procedure-slots.ts';
import type { SlotRow } from './slot.ts';

const table = [...frameSlots, ...requestSlots, ...procedureSlots, ...outcomeSlots] as const;

export type SlotId = (typeof table)[number]['id'];

export interface Slot extends SlotRow {
  readonly id: SlotId;
}

/** Every fact that a document may hold. The list is closed: what fills a slot must be known to the system. */
export const slots: readonly Slot[] = table;

const byId: ReadonlyMap<string, Slot> = new Map(slots.map((slot) => [slot.id, slot]));
const byLabel: ReadonlyMap<string, Slot> = new Map(slots.map((slot) => [slot.label, slot]));
const frameIds: ReadonlySet<string> = new Set(frameSlots.map(({ id }) => id));

export const getSlot = (id: SlotId): Slot => byId.get(id) as Slot;

/** The slot that a template names, or `null`. */
export const slotLabelled = (label: string): Slot | null => byLabel.get(label) ?? null;

/** Whether a slot belongs to the frame (number, addressee, date …), which no template's text may hold. */
export const isFrameSlot = (id: SlotId): boolean => frameIds.has(id);

/** The label most like a mistyped one, or `null` where none is near. */
export const nearestLabel = (label: string): string | null => {
  const shared = (other: string): number =>
    [...new Set(label)].filter((sign) => other.includes(sign)).length /
    Math.max(new Set(label).size, new Set(other).size, 1);
  const ranked = slots
    .filter((slot) => !isFrameSlot(slot.id))
    .map((slot) => ({ label: slot.label, score: shared(slot.label) }))
    .toSorted((a, b) => b.score - a.score);
  return ranked[0] !== undefined && ranked[0].score >= 0.5 ? ranked[0].label : null;
};
