/** Redaction (区分处理, 条例第三十七条): personal data found, areas blacked out for good, the result checked. Pure. */
export type { PageArea, PictureArea, UsedReason } from './area.ts';
export {
  type CheckOptions,
  checkRedaction,
  type RedactionCheck,
  type Remain,
  type RemainPlace,
} from './check-redaction.ts';
export {
  type HitConfidence,
  hitConfidences,
  type PersonalDataKind,
  personalDataKinds,
} from './find/personal-data.ts';
export { findPersonalData, type PersonalDataHit, personalDataNames } from './find-personal-data.ts';
export { type PageText, type PlacedCharacter, pageOfWords } from './page-text.ts';
export { readPages } from './read-pages.ts';
export { findReason, type RedactionReason, redactionReasons } from './reasons.ts';
export { type RedactedImage, redactImage } from './redact-image.ts';
export { type RedactedPdf, type RedactPdfOptions, redactPdf } from './redact-pdf.ts';
export { RedactionError, type RedactionErrorCode } from './redaction-error.ts';
