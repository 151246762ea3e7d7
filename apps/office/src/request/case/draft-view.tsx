import type { RequestCase } from '@gongkai/contract';
import { citeShort, exemptions, getOutcome, isOutcomeId } from '@gongkai/statute';
import { Facts } from '../../component/page.tsx';
import { Scrolls } from '../../component/scrolls.tsx';
import type { WithheldPart } from './withheld-parts.tsx';

const nameOf = (id: string): string => {
  const exemption = exemptions.find((other) => other.id === id);
  return exemption ? `${exemption.name}（${citeShort(exemption.basis)}）` : id;
};

/** The parts withheld, each with its ground. */
export const WithheldTable = ({ parts }: { readonly parts: readonly WithheldPart[] }) => (
  <Scrolls label="不予公开的各处">
    <table className="lines" aria-label="不予公开的各处">
      <thead>
        <tr>
          <th scope="col">不予公开的内容</th>
          <th scope="col">依据</th>
          <th scope="col">理由</th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ what, exemption, reason }) => (
          <tr key={`${what} ${reason}`}>
            <th scope="row">{what}</th>
            <td>{nameOf(exemption)}</td>
            <td>{reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scrolls>
);

/** The reply as it was drafted last. */
export const DraftView = ({ found }: { readonly found: RequestCase }) => {
  const draft = found.timeline.findLast(({ step }) => step === 'draft_decision');
  if (!draft) return null;
  const { reply, reasons, withheld, rightAgency } = draft.texts as {
    readonly reply?: string | null;
    readonly reasons?: string | null;
    readonly withheld?: readonly WithheldPart[];
    readonly rightAgency?: { readonly name: string; readonly contact: string | null } | null;
  };
  const id = String(draft.facts.outcome ?? '');
  const outcome = isOutcomeId(id) ? getOutcome(id) : null;
  const earlier = found.related.find((other) => other.id === draft.facts.earlierRequestId);
  return (
    <>
      <Facts
        facts={[
          ['办理结果', outcome?.name ?? id],
          ['依据', outcome?.basis.map(citeShort).join('、')],
          ['拟定', `${draft.personName ?? ''} ${draft.on}`],
          ...(earlier ? [['已经答复的申请', earlier.number] as const] : []),
          ...(rightAgency
            ? [
                [
                  '负责公开的机关',
                  `${rightAgency.name}${rightAgency.contact ? `，${rightAgency.contact}` : ''}`,
                ] as const,
              ]
            : []),
          ...(reply
            ? [
                [
                  '答复的内容',
                  <p key="reply" className="written">
                    {reply}
                  </p>,
                ] as const,
              ]
            : []),
          ...(reasons
            ? [
                [
                  '理由',
                  <p key="reasons" className="written">
                    {reasons}
                  </p>,
                ] as const,
              ]
            : []),
        ]}
      />
      {withheld && withheld.length > 0 && <WithheldTable parts={withheld} />}
    </>
  );
};
