import type { RequestFile } from '@gongkai/contract';
import { findReason, type RedactionReason, type UsedReason } from '@gongkai/redaction';
import { citeShort } from '@gongkai/statute';

/** What a redacted file's row keeps of its reasons: codes, counts and pages. */
export type StoredReasons = readonly {
  readonly code: string;
  readonly areas: number;
  readonly pages: readonly number[];
}[];

export const storeReasons = (used: readonly UsedReason[]): StoredReasons =>
  used.map(({ reason, areas, pages }) => ({ code: reason.code, areas, pages }));

/** The reasons in words; one that left the catalogue keeps its code. */
export const presentReasons = (stored: StoredReasons): NonNullable<RequestFile['reasons']> =>
  stored.map(({ code, areas, pages }) => {
    const reason = findReason(code);
    return {
      code,
      name: reason?.name ?? code,
      exemption: reason?.exemption ?? '',
      areas,
      pages: [...pages],
    };
  });

/** A reason as the API shows it. */
export const presentReason = ({ code, mark, name, basis }: RedactionReason) => ({
  code,
  mark,
  name,
  article: basis.length === 0 ? null : basis.map(citeShort).join('、'),
});
