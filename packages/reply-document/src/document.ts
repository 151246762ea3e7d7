import { type ReplyTemplateId, replyTemplates } from '@gongkai/statute';
import { z } from 'zod';

/**
 * What a paragraph of the body is: `text`, an `entry` of a numbered list, or the paragraph on remedies,
 * which nobody may change.
 */
export const paragraphRoles = ['text', 'entry', 'remedy'] as const;

export interface DocumentParagraph {
  readonly role: (typeof paragraphRoles)[number];
  readonly text: string;
}

/** A filled document (文书), ready to be read, edited and written in any format. */
export interface ReplyDocument {
  readonly kind: ReplyTemplateId;
  /** Heads the page and signs. */
  readonly organ: string;
  readonly title: string;
  /** 文号; `null` only where the kind may go without. */
  readonly number: string | null;
  readonly addressee: string;
  readonly body: readonly DocumentParagraph[];
  readonly enclosures: readonly string[];
  /** 成文日期, `YYYY-MM-DD`. */
  readonly date: string;
  /** 附注: how to reach the agency. */
  readonly contact: readonly string[];
}

const line = z.string().trim().min(1).max(300);

/** For documents that were stored or edited. */
export const replyDocumentSchema = z.strictObject({
  kind: z.enum(replyTemplates.map(({ id }) => id) as [ReplyTemplateId]),
  organ: line,
  title: line,
  number: line.nullable(),
  addressee: line,
  body: z
    .array(z.strictObject({ role: z.enum(paragraphRoles), text: z.string().trim().min(1).max(10_000) }))
    .min(1)
    .max(500),
  enclosures: z.array(z.string().trim().min(1).max(500)).max(200),
  date: z.iso.date(),
  contact: z.array(line).min(1).max(20),
}) as unknown as z.ZodType<ReplyDocument>;
