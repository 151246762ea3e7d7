import type { Box } from '@gongkai/annual-report';
import { findReason, type RedactionReason } from './reasons.ts';
import { RedactionError } from './redaction-error.ts';

/** What is to be blacked out on a page of a PDF. */
export interface PageArea {
  /** From 1. */
  readonly page: number;
  /** Points from the top left corner of the page as displayed. */
  readonly box: Box;
  /** See `redactionReasons`. */
  readonly reasonCode: string;
}

/** What is to be blacked out in a picture. */
export interface PictureArea {
  /** Pixels from the top left corner of the picture as displayed (upright, as EXIF says). */
  readonly box: Box;
  readonly reasonCode: string;
}

/** One line of the list for the reply and the record (区分处理说明). */
export interface UsedReason {
  readonly reason: RedactionReason;
  /** How many areas carry it. */
  readonly areas: number;
  /** In order, each once. */
  readonly pages: readonly number[];
}

const mostAreas = 20_000;

/** The areas' reasons in the order of the catalogue. Throws RedactionError 'area.tooMany', 'area.unknownReason'. */
export const usedReasons = (areas: readonly PageArea[]): readonly UsedReason[] => {
  if (areas.length > mostAreas)
    throw new RedactionError(
      'area.tooMany',
      `遮盖共 ${areas.length} 处，超过 ${mostAreas} 处的上限。请把文件拆分后再处理。`,
    );
  const used = new Map<RedactionReason, PageArea[]>();
  areas.forEach((area, index) => {
    const reason = findReason(area.reasonCode);
    if (reason === null)
      throw new RedactionError(
        'area.unknownReason',
        `第 ${index + 1} 处遮盖（第 ${area.page} 页）没有写明理由，或理由“${area.reasonCode}”不在目录中。请选择理由。`,
      );
    used.set(reason, [...(used.get(reason) ?? []), area]);
  });
  return [...used]
    .map(([reason, each]) => ({
      reason,
      areas: each.length,
      pages: [...new Set(each.map(({ page }) => page))].sort((a, b) => a - b),
    }))
    .sort((a, b) => a.reason.mark.localeCompare(b.reason.mark));
};

/**
 * An area that covers nothing would leave open what somebody meant to cover, so it is refused.
 * Throws RedactionError 'area.outside'.
 */
export const checkBox = (box: Box, width: number, height: number, where: string): void => {
  const [left, top, right, bottom] = box;
  const inside = left < right && top < bottom && right > 0 && bottom > 0 && left < width && top < height;
  if (box.every(Number.isFinite) && inside) return;
  throw new RedactionError('area.outside', `${where}的一处遮盖是空的，或不在页面之内。请重新框选。`);
};
