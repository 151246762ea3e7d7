/** A property modification of [MS-DOC] §2.6 (sprm): its code and where its operand stands. */
export type OnSprm = (code: number, view: DataView, at: number, size: number) => void;

/** Codes that concern the text and its tables. */
export const sprm = {
  deleted: 0x0800,
  hidden: 0x083c,
  special: 0x0855,
  raised: 0x2a48,
  characterStyle: 0x4a30,
  level: 0x260a,
  list: 0x460b,
  inTable: 0x2416,
  rowEnd: 0x2417,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  depth: 0x6649,
  depthChange: 0x664a,
  hugePapx: 0x6646,
  hugePapxOld: 0x6645,
  tableProperties: 0x646b,
  changeTabs: 0xc615,
  defineTable: 0xd608,
  defineTableOld: 0xd606,
  verticalMerge: 0xd62b,
  horizontalMerge: 0x5624,
} as const;

/** Operand sizes by the upper three bits of the code; 0 for a size that stands in front of the operand. */
const sizes = [1, 1, 2, 4, 2, 2, 0, 3] as const;

/** Walks through the modifications between two positions; stops where they are cut off. */
export const eachSprm = (view: DataView, from: number, to: number, visit: OnSprm): void => {
  const end = Math.min(to, view.byteLength);
  for (let at = from; at + 3 <= end; ) {
    const code = view.getUint16(at, true);
    at += 2;
    let size: number = sizes[code >> 13]!;
    if (size === 0) {
      if (code === sprm.defineTable || code === sprm.defineTableOld) {
        if (at + 2 > end) return;
        // The length counts itself as one byte (§2.9.314).
        size = view.getUint16(at, true) - 1;
        at += 2;
      } else {
        size = view.getUint8(at);
        at += 1;
        if (code === sprm.changeTabs && size === 255) size = sizeOfTabs(view, at, end);
      }
    }
    if (size < 0 || at + size > end) return;
    visit(code, view, at, size);
    at += size;
  }
};

/** A change of many tabs has no usable length byte: it is counted (§2.9.181). */
const sizeOfTabs = (view: DataView, at: number, end: number): number => {
  const removed = view.getUint8(at);
  const added = at + 1 + removed * 4;
  return added < end ? 1 + removed * 4 + 1 + view.getUint8(added) * 3 : end;
};
