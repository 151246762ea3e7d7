import type { SlotValues } from '@gongkai/reply-document';
import type { Db } from '../../platform/database/open-database.ts';
import { type Case, loadCase } from '../load-case.ts';

/** 条例第三十六条第（六）项: the reply that an earlier application got; nothing where there is none with a number. */
export const earlierReply = async (db: Db, { row }: Case, earlierRequestId: unknown): Promise<SlotValues> => {
  if (typeof earlierRequestId !== 'string') return {};
  const own = await db
    .selectFrom('request')
    .select('id')
    .where('agency_id', '=', row.agency_id)
    .where('id', '=', earlierRequestId)
    .executeTakeFirst();
  if (!own) return {};
  const { steps, facts } = await loadCase(db, own.id);
  const replied = steps.findLast(({ step }) => step === 'deliver' || step === 'answer_on_the_spot');
  return {
    ...(replied && { earlierReplyOn: replied.on }),
    ...(facts.decision?.documentNumber && { earlierReplyNumber: facts.decision.documentNumber }),
  };
};
