import { getOutcome, type OutcomeGroup } from '@gongkai/statute';
import { mattersOfOutcomes, withheldParts } from './matters-of-outcomes.ts';
import type { Path } from './path.ts';
import type { Known } from './planned-case.ts';
import type { Random } from './random.ts';

/** Where and how what is public, or may be read, is got. */
const toldHow: Readonly<Record<string, string>> = {
  disclosed_public_already: '云山区政府门户网站“政府信息公开”专栏，可以查阅、下载。',
  disclosed_access_told: '材料数量较多，请到本机关查阅点查阅、复制。',
};

/** Names the information that goes with the reply, as an officer would. */
const named = (matter: string): string =>
  `${matter.slice(0, 120).replace(/[。；，、\s]+$/, '')}的有关材料（复印件）`;

/** What the officer drafts for an outcome. */
export const decide = (
  { outcome, matter }: Path,
  random: Random,
): { readonly group: OutcomeGroup; readonly input: (known: Known) => object } => {
  const { group, reasonsRequired } = getOutcome(outcome);
  const special = mattersOfOutcomes[outcome];
  const parts =
    group === 'partial' ? withheldParts.toSorted(() => random.below(3) - 1).slice(0, random.from(1, 3)) : [];
  const isGiven = group === 'partial' || group === 'disclosed';
  const reply =
    toldHow[outcome] ??
    special?.reply ??
    (isGiven ? named(matter) : '您提出的申请与此前已经答复的申请内容相同，本机关不予重复处理。');
  const reasons =
    special?.reasons ??
    (group === 'partial'
      ? '不予公开的部分依法不应当公开，可以与其余部分区分处理。'
      : reasonsRequired
        ? '依照政府信息公开条例的有关规定，不予提供。'
        : null);
  return {
    group,
    input: ({ earlier }) => ({
      outcome,
      reply,
      reasons,
      withheld: parts,
      earlierRequestId: outcome === 'not_processed_duplicate' ? earlier : null,
      rightAgency:
        outcome === 'unavailable_not_responsible'
          ? { name: '云州市有关主管部门', contact: '0000-8000000' }
          : null,
    }),
  };
};
