import type { RedactionArea, RedactionHit } from '@gongkai/contract';
import {
  type HitConfidence,
  type PersonalDataHit,
  personalDataNames,
  redactionReasons,
} from '@gongkai/redaction';
import type { Caller } from '../../agency/index.ts';
import type { Spine } from '../../platform/spine.ts';
import { todayOf } from '../case-clock.ts';
import { presentCaseFile } from '../file/case-files.ts';
import { loadOriginal } from './load-original.ts';
import type { Redactor } from './open-redactor.ts';
import { presentReason } from './stored-reasons.ts';

const confidenceNames: Readonly<Record<HitConfidence, string>> = {
  certain: '确定',
  likely: '很可能',
  possible: '可能',
};

const presentHit = (hit: PersonalDataHit): RedactionHit => ({
  page: hit.page,
  boxes: hit.boxes.map(([left, top, right, bottom]) => [left, top, right, bottom]),
  kind: hit.kind,
  kindName: personalDataNames[hit.kind],
  text: hit.preview,
  confidence: hit.confidence,
  confidenceName: confidenceNames[hit.confidence],
  reasonCode: hit.reasonCode,
});

interface Wanted {
  readonly id: string;
  readonly fileId: string;
}

/**
 * Opens a file for redaction (区分处理, 条例第三十七条): its pages, the personal data found on them, and the areas as
 * they were last left. Throws as `loadOriginal`, and `Redactor.run`.
 */
export const openRedaction = async (spine: Spine, redactor: Redactor, caller: Caller, wanted: Wanted) => {
  const { row, file, isPicture } = await loadOriginal(spine, caller, wanted);
  const bytes = await spine.files.read(spine.db, file.id);
  const today = todayOf(spine.now());
  const { pages, hits, textless } = await redactor.run('inspect', { bytes, isPicture, today }, row.agency_id);
  return {
    file: presentCaseFile(spine, file),
    pages: pages.map((page) => ({ ...page })),
    hits: hits.map(presentHit),
    textless: [...textless],
    reasons: redactionReasons.map(presentReason),
    areas: (file.areas ?? []) as RedactionArea[],
  };
};

/** Looks for personal data on a page that has no text, by recognition (文字识别). Throws as `openRedaction`. */
export const recognisePage = async (
  spine: Spine,
  redactor: Redactor,
  caller: Caller,
  { page, ...wanted }: Wanted & { readonly page: number },
): Promise<{ readonly recognised: boolean; readonly hits: RedactionHit[] }> => {
  const { row, file, isPicture } = await loadOriginal(spine, caller, wanted);
  const bytes = await spine.files.read(spine.db, file.id);
  const today = todayOf(spine.now());
  const hits = await redactor.run('recognise', { bytes, isPicture, page, today }, row.agency_id);
  return { recognised: hits !== null, hits: (hits ?? []).map(presentHit) };
};
