import type { RequestFileKind, TakenStep } from '@gongkai/contract';
import type { Sheet } from '@gongkai/reply-document';

/** A file of a case: its words, of which the bytes are made when it is handed in. */
export interface PlannedFile {
  /** Comes with the application, or just before the first step of this kind. */
  readonly with: 'submit' | TakenStep;
  readonly kind: RequestFileKind;
  /** Without its ending. */
  readonly name: string;
  /** A photo or a scan has no text that could be selected. */
  readonly as: 'pdf' | 'png';
  readonly sheet: Sheet;
  /** How it goes out with the reply, if it does: 区分处理 covers what is found of persons. */
  readonly provided?: 'whole' | 'redacted';
}
