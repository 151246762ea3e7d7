import { ORPCError } from '@orpc/client';

/** A field of a form, by its name in the contract, and what is wrong with it. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** Why something couldn't be shown or done, for people. */
export interface Problem {
  /** The code of docs/errors.md; `UNREACHABLE` where no answer came at all. */
  readonly code: string;
  /** The HTTP status; 0 where no answer came. */
  readonly status: number;
  readonly message: string;
  readonly fields: readonly FieldProblem[];
}

/** What the server says when it has no words of its own. */
const wordless = '服务器没能完成这个请求，没有保存任何内容。请稍后重试；如果一直这样，请告诉系统管理员。';

const hasChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

const fieldsOf = (data: unknown): readonly FieldProblem[] => {
  const fields = (data as { readonly fields?: unknown } | undefined)?.fields;
  return Array.isArray(fields) ? (fields as readonly FieldProblem[]) : [];
};

/** What an error thrown by the API client says. */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof ORPCError && error.status !== 502 && error.status !== 504)
    return {
      code: error.code,
      status: error.status,
      message: hasChinese(error.message) ? error.message : wordless,
      fields: fieldsOf(error.data),
    };
  return {
    code: 'UNREACHABLE',
    status: 0,
    message: '连接不上服务器，刚才的操作没有得到答复。请检查网络后重试；填写的内容还在。',
    fields: [],
  };
};
