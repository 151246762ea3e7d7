/** Letters and digits of five by seven dots, for the marks on blacked-out areas. Seven rows, five bits each. */
const rows: Readonly<Record<string, readonly number[]>> = {
  '0': [14, 17, 19, 21, 25, 17, 14],
  '1': [4, 12, 4, 4, 4, 4, 14],
  '2': [14, 17, 1, 2, 4, 8, 31],
  '3': [31, 2, 4, 2, 1, 17, 14],
  '4': [2, 6, 10, 18, 31, 2, 2],
  '5': [31, 16, 30, 1, 1, 17, 14],
  '6': [6, 8, 16, 30, 17, 17, 14],
  '7': [31, 1, 2, 4, 8, 8, 8],
  '8': [14, 17, 17, 14, 17, 17, 14],
  '9': [14, 17, 17, 15, 1, 2, 12],
  B: [30, 17, 17, 30, 17, 17, 30],
  N: [17, 25, 21, 21, 19, 17, 17],
  P: [30, 17, 17, 30, 16, 16, 16],
  S: [15, 16, 16, 14, 1, 1, 30],
};

const [wide, high] = [5, 7];

/** The dots of a mark that are set; a dot between the letters. Width and height in dots. */
export const markDots = (
  mark: string,
): {
  readonly width: number;
  readonly height: number;
  readonly dots: readonly (readonly [x: number, y: number])[];
} => ({
  width: mark.length * (wide + 1) - 1,
  height: high,
  dots: [...mark].flatMap((letter, index) =>
    (rows[letter] ?? []).flatMap((row, y) =>
      Array.from({ length: wide }, (_, x) => x)
        .filter((x) => (row >> (wide - 1 - x)) & 1)
        .map((x): readonly [number, number] => [index * (wide + 1) + x, y]),
    ),
  ),
});
