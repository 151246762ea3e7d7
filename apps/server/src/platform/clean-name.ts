/** More than any file system allows; longer names are cut in the middle, their ending kept. */
const longest = 255;

/** Controls, and marks that turn the direction of what follows: `exe.fdp` must not look like `pdf.exe`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the point
const unseen = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A file's name as it may be shown: without folders, without unseen characters, of bounded length. */
export const cleanName = (given: string): string => {
  const name = (given.split(/[/\\]/).at(-1) ?? '').replace(unseen, '').trim();
  if (name === '') return '未命名';
  if (name.length <= longest) return name;
  const ending = /\.[^.]{1,8}$/u.exec(name)?.[0] ?? '';
  return `${name.slice(0, longest - ending.length - 1)}…${ending}`;
};

/** A path inside an archive, likewise; its folders stay, steps upwards go. */
export const cleanPath = (given: string): string => {
  const steps = given.split(/[/\\]/).filter((step) => step !== '' && step !== '.' && step !== '..');
  return steps.length === 0 ? '未命名' : steps.map(cleanName).join('/');
};
