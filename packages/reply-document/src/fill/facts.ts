import {
  type Citation,
  instruments,
  organKinds,
  type ReplyingOrgan,
  type RouteChoices,
} from '@gongkai/statute';
import { z } from 'zod';
import type { frameSlots, requestSlots } from '../slot/common-slots.ts';
import type { outcomeSlots } from '../slot/outcome-slots.ts';
import type { procedureSlots } from '../slot/procedure-slots.ts';
import { slots } from '../slot/slots.ts';

type Row =
  | (typeof frameSlots)[number]
  | (typeof requestSlots)[number]
  | (typeof procedureSlots)[number]
  | (typeof outcomeSlots)[number];

interface ValueTypes {
  readonly text: string;
  readonly date: string;
  readonly money: string;
  readonly list: readonly string[];
  readonly article: readonly Citation[];
}

/** What fills the slots, under their ids. Text comes as people typed it; nothing in it is read as template. */
export type SlotValues = {
  readonly [R in Row as R['type'] extends keyof ValueTypes
    ? R['id']
    : never]?: R['type'] extends keyof ValueTypes ? ValueTypes[R['type']] : never;
};

/** Everything that a document is made from. */
export interface Facts {
  readonly values: SlotValues;
  /** Who replies: its name heads and signs the document, its kind says who reconsiders. */
  readonly organ: ReplyingOrgan;
  /** The ways of remedy that the agency set where the law is open. */
  readonly routeChoices?: RouteChoices;
}

const longestText = 10_000;
const mostEntries = 200;

const text = z.string().max(longestText);
const citation = z.strictObject({
  instrument: z.enum(Object.keys(instruments) as [keyof typeof instruments]),
  article: z.int().min(1).max(999).optional(),
  paragraph: z.int().min(1).max(99).optional(),
  item: z.int().min(1).max(99).optional(),
});
const valueSchemas = {
  text,
  date: text,
  money: text,
  list: z.array(text).max(mostEntries),
  article: z.array(citation).max(20),
} as const;

const fields = Object.fromEntries(
  slots.flatMap(({ id, type }) => (type === 'remedy' ? [] : [[id, valueSchemas[type].optional()]])),
);

/** For facts that come from outside or from storage: right types and lengths; whether they suffice, filling tells. */
export const slotValuesSchema = z.strictObject(fields) as unknown as z.ZodType<SlotValues>;

export const replyingOrganSchema = z.strictObject({
  kind: z.enum(organKinds),
  name: z.string().max(200),
  bodies: z.record(z.string(), z.string().max(200)),
  court: z.string().max(200).optional(),
}) as unknown as z.ZodType<ReplyingOrgan>;
