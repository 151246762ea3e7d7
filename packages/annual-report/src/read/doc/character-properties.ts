import type { Raised } from '../raised-text.ts';
import { eachSprm, sprm } from './sprm.ts';

/** What the properties of a run of characters tell. */
export interface CharacterProperties {
  /** Deleted in tracked changes, or hidden (隐藏文字): not printed. */
  readonly dropped: boolean;
  /** The characters stand for something else: a picture, a symbol, a field. */
  readonly special: boolean;
  /** Set above or below the line; undefined where only the character style may tell. */
  readonly raised: Raised | undefined;
  /** The number of the character style; null for none. */
  readonly style: number | null;
}

export const plainCharacters: CharacterProperties = {
  dropped: false,
  special: false,
  raised: undefined,
  style: null,
};

/** The operand of sprmCIss ([MS-DOC] §2.6.1). */
export const raisedByOperand = (operand: number): Raised =>
  operand === 1 ? 'super' : operand === 2 ? 'sub' : null;

/** Reads a run's properties (Chpx, [MS-DOC] §2.9.32) at `offset` of the document stream; 0 for none. */
export const readCharacterProperties = (document: DataView, offset: number): CharacterProperties => {
  if (offset === 0) return plainCharacters;
  let deleted = false;
  let hidden = false;
  let special = false;
  let raised: Raised | undefined;
  let style: number | null = null;
  eachSprm(document, offset + 1, offset + 1 + document.getUint8(offset), (code, view, at) => {
    // A toggle (ToggleOperand) is on with 1, and with 129: the opposite of a style that is off.
    if (code === sprm.deleted) deleted = view.getUint8(at) !== 0;
    else if (code === sprm.hidden) hidden = (view.getUint8(at) & 1) === 1;
    else if (code === sprm.special) special = view.getUint8(at) !== 0;
    else if (code === sprm.raised) raised = raisedByOperand(view.getUint8(at));
    else if (code === sprm.characterStyle) style = view.getUint16(at, true);
  });
  return { dropped: deleted || hidden, special, raised, style };
};
