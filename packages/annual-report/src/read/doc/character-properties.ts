import { eachSprm, sprm } from './sprm.ts';

/** What the properties of a run of characters tell. */
export interface CharacterProperties {
  /** Deleted in tracked changes, or hidden (隐藏文字): not printed. */
  readonly dropped: boolean;
  /** The characters stand for something else: a picture, a symbol, a field. */
  readonly special: boolean;
}

export const plainCharacters: CharacterProperties = { dropped: false, special: false };

/** Reads a run's properties (Chpx, [MS-DOC] §2.9.32) at `offset` of the document stream; 0 for none. */
export const readCharacterProperties = (document: DataView, offset: number): CharacterProperties => {
  if (offset === 0) return plainCharacters;
  let deleted = false;
  let hidden = false;
  let special = false;
  eachSprm(document, offset + 1, offset + 1 + document.getUint8(offset), (code, view, at) => {
    // A toggle (ToggleOperand) is on with 1, and with 129: the opposite of a style that is off.
    if (code === sprm.deleted) deleted = view.getUint8(at) !== 0;
    else if (code === sprm.hidden) hidden = (view.getUint8(at) & 1) === 1;
    else if (code === sprm.special) special = view.getUint8(at) !== 0;
  });
  return deleted || hidden || special ? { dropped: deleted || hidden, special } : plainCharacters;
};
