import { accepted, type Checked, refused } from '../checked.ts';
import { type Fee, itemFee, pageFee } from './compute-fee.ts';

/** A request as far as its fee goes. */
export interface FeeRequest {
  readonly id: string;
  /** The day of receipt, `YYYY-MM-DD`: it decides the month and the place in it. */
  readonly receivedOn: string;
  /** Into how many smallest reasonable units it was split (一事一申请), 1 or more. */
  readonly items: number;
  /** 109号第三条：对每件申请选择适用其中一种标准，不得同时按照两种标准重复计算。 `none` = nothing is charged. */
  readonly scheme: 'item' | 'page' | 'none';
  /** Where charged by page. */
  readonly pages?: number;
}

export interface RequestFee {
  readonly id: string;
  /** How many items of the same applicant came before it in its calendar month. */
  readonly before: number;
  /** `null` where nothing is charged. */
  readonly fee: Fee | null;
}

/**
 * The fees for all requests of one applicant to one agency, in the order of their receipt, those of one
 * day in the order given. Every item counts towards the month, whichever way it is charged: the measure
 * counts 累计申请, not what was paid for. Refused with the first request that can't be computed.
 */
export const monthFees = (requests: readonly FeeRequest[]): Checked<readonly RequestFee[]> => {
  const inOrder = requests.toSorted((left, right) =>
    left.receivedOn < right.receivedOn ? -1 : Number(left.receivedOn > right.receivedOn),
  );
  const counted = new Map<string, number>();
  const fees: RequestFee[] = [];
  for (const request of inOrder) {
    if (!Number.isInteger(request.items) || request.items < 1) {
      return refused(`申请“${request.id}”的件数是 ${request.items}，应当是不小于1的整数。`);
    }
    const month = request.receivedOn.slice(0, 7);
    const before = counted.get(month) ?? 0;
    const fee = feeOf(request, before);
    if (!fee.ok) return refused(`申请“${request.id}”：${fee.reason}`);
    fees.push({ id: request.id, before, fee: fee.value });
    counted.set(month, before + request.items);
  }
  return accepted(fees);
};

const feeOf = ({ scheme, items, pages, receivedOn }: FeeRequest, before: number): Checked<Fee | null> => {
  if (scheme === 'none') return accepted(null);
  if (scheme === 'item') return itemFee(before, items, receivedOn);
  return pages === undefined ? refused('按量计收，但没有填写页数。') : pageFee(pages, receivedOn);
};
