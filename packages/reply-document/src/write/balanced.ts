/** A name in as few lines as a length allows, none much longer than another. */
export const balanced = (text: string, longest: number): readonly string[] => {
  const signs = [...text];
  const lines = Math.max(1, Math.ceil(signs.length / longest));
  const length = Math.ceil(signs.length / lines);
  return Array.from({ length: lines }, (_, line) =>
    signs.slice(line * length, (line + 1) * length).join(''),
  ).filter((line) => line !== '');
};
