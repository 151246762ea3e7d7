/** Words that lead every list of leaked passwords, and those that come to mind first in a government office. */
const words = new Set(
  (
    'password passwd pass word admin administrator root system user guest test demo login welcome letmein master ' +
    'qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qwer asdf zxcv abc abcd abcde abcdef abcdefg iloveyou ' +
    'woaini woaizhongguo zhongguo china beijing mima huanying gongkai zhengfu bangong xinxi dragon monkey sunshine'
  ).split(' '),
);

/** What is typed for a letter to seem clever. */
const standIns: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

const lettersOf = (text: string): string => text.replaceAll(/[^a-z]/g, '');

/**
 * Whether a password is one of the first that anybody would try: a common word with nothing but digits and signs
 * around it, also with digits and signs in the place of letters (P@ssw0rd2026).
 */
export const isCommonPassword = (password: string): boolean => {
  const flat = password.toLowerCase();
  const core = flat.replaceAll(/^[^a-z]+|[^a-z]+$/g, '');
  const spelled = [...core].map((letter) => standIns[letter] ?? letter).join('');
  return [lettersOf(flat), lettersOf(spelled)].some((letters) => words.has(letters));
};
