const before = /[#*>\s]/;
const behind = /[*\s]/;

/**
 * A title without the marks of Markdown and the blanks around it. By hand, since `/[*\s]+$/` begins anew at
 * every blank of a long run inside.
 */
export const bareTitle = (text: string): string => {
  let from = 0;
  let to = text.length;
  while (from < to && before.test(text[from]!)) from++;
  while (to > from && behind.test(text[to - 1]!)) to--;
  return text.slice(from, to);
};
