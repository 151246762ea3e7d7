import { getOutcome, type OutcomeGroup } from '@gongkai/statute';
import { mattersOfOutcomes, withheldParts } from './matters-of-outcomes.ts';
import type { Path } from './path.ts';
import type { Known } from './planned-case.ts';
import type { Random } from './random.ts';

const given: Readonly<Record<string, string>> = {
  disclosed_public_already:
    '您申请公开的信息已经主动公开，可以在云山区政府门户网站“政府信息公开”专栏查阅、下载。',
  disclosed_provided: '您申请公开的信息依法可以公开，现将有关材料（复印件）随本答复一并提供给您。',
  disclosed_access_told:
    '您申请公开的信息依法可以公开，因材料数量较多，请在工作时间到本机关查阅点查阅、复制。',
  disclosed_public_interest:
    '您申请公开的信息涉及第三方，第三方不同意公开。本机关认为不公开会对公共利益造成重大影响，决定予以公开，现提供给您。',
};

/** What the officer drafts for an outcome. */
export const decide = (
  { outcome, matter }: Path,
  random: Random,
): { readonly group: OutcomeGroup; readonly input: (known: Known) => object } => {
  const { group, reasonsRequired } = getOutcome(outcome);
  const special = mattersOfOutcomes[outcome];
  const parts =
    group === 'partial' ? withheldParts.toSorted(() => random.below(3) - 1).slice(0, random.from(1, 3)) : [];
  const reply =
    given[outcome] ??
    special?.reply ??
    (group === 'partial'
      ? '您申请公开的信息部分可以公开，现提供可以公开的部分；不予公开的部分及理由见下。'
      : '您提出的申请与此前已经答复的申请内容相同，本机关不予重复处理。');
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
      reply: `您提出的“${matter.slice(0, 120)}”的申请，本机关已收悉。${reply}`,
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
