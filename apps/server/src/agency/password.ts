import { randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { isCommonPassword } from './common-password.ts';
import type { SecurityPolicy } from './security-policy.ts';

/**
 * Argon2id with the parameters that OWASP's cheat sheet on password storage names (19 MiB, 2 passes, 1 lane). The
 * library's calls run on other threads, so that nobody waits while somebody signs in.
 */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 };

/** The same characters typed on another keyboard are the same password. */
const normal = (password: string): string => password.normalize('NFKC');

export const hashPassword = (password: string): Promise<string> => hash(normal(password), parameters);

/** Whether a password fits; false for a hash that can't be read. */
export const verifyPassword = (hashed: string, password: string): Promise<boolean> =>
  verify(hashed, normal(password)).catch(() => false);

let nobody: Promise<string> | undefined;

/** The hash of a password that nobody has: names that don't exist cost the same work as those that do. */
export const nobodysHash = (): Promise<string> => {
  nobody ??= hashPassword(randomBytes(32).toString('base64'));
  return nobody;
};

const kinds = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u];

/** What is wrong with a new password, in a sentence; undefined when it keeps to the policy. */
export const passwordProblem = (
  password: string,
  policy: Pick<SecurityPolicy, 'passwordLength' | 'passwordKinds'>,
  username: string,
): string | undefined => {
  const text = normal(password);
  if ([...text].length < policy.passwordLength) return `新密码太短：至少 ${policy.passwordLength} 个字符。`;
  if (kinds.filter((kind) => kind.test(text)).length < policy.passwordKinds)
    return `新密码太简单：大写字母、小写字母、数字、其他符号中至少要有 ${policy.passwordKinds} 类。`;
  const flat = text.toLowerCase();
  const name = username.toLowerCase();
  if (flat.includes(name) || flat.includes([...name].reverse().join('')))
    return '新密码里含有用户名（或其倒写），容易被猜到。请换一个。';
  if (/(.)\1{3}/u.test(text)) return '新密码里有连续四个相同的字符，容易被猜到。请换一个。';
  if (isCommonPassword(text)) return '新密码是最常被猜的那几种之一。请换一个，例如几个不相干的词连起来。';
  return undefined;
};

/** Letters and digits that can't be taken for one another when read from paper. */
const typable = ['ABCDEFGHJKMNPQRSTUVWXYZ', 'abcdefghjkmnpqrstuvwxyz', '23456789'] as const;

const draw = (from: string): string => from[randomInt(from.length)]!;

/**
 * A first password for somebody else to type: four groups of four, of three kinds and hyphens (more than 80 bits).
 * It counts until it is changed at first sign-in, so it keeps to every policy of at most 19 characters; a longer
 * one is asked of the person's own password alone.
 */
export const initialPassword = (): string => {
  const all = typable.join('');
  for (;;) {
    const groups = Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => draw(all)).join(''));
    const password = groups.join('-');
    const isMixed = typable.every((kind) => [...kind].some((letter) => password.includes(letter)));
    if (isMixed && !/(.)\1{3}/.test(password)) return password;
  }
};
