import assert from 'node:assert/strict';
import type { TestServer } from '../../server-test-kit.ts';

/** What a browser sends for a form: text, or files. */
export type FormContent = Readonly<Record<string, string | readonly File[]>>;

/** A page as a browser without JavaScript has it. */
export interface Shown {
  readonly status: number;
  readonly path: string;
  readonly text: string;
  readonly headers: Headers;
}

/** A browser without JavaScript: keeps cookies, follows redirects, sends the forms of a page as they stand. */
export interface Visitor {
  readonly open: (path: string) => Promise<Shown>;
  readonly send: (
    path: string,
    content: FormContent,
    options?: { readonly plain?: boolean },
  ) => Promise<Shown>;
  readonly cookies: Map<string, string>;
}

/** Opens a browser at a server. */
export const openVisitor = (
  { ask }: Pick<TestServer, 'ask'>,
  more: Readonly<Record<string, string>> = {},
): Visitor => {
  const cookies = new Map<string, string>();
  const follow = async (method: string, path: string, body?: RequestInit['body']): Promise<Shown> => {
    const answer = await ask(method, path, {
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      headers: { 'sec-fetch-site': 'same-origin', ...more },
      ...(body === undefined ? {} : { body }),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      const at = pair.indexOf('=');
      if (/Max-Age=0/.test(set)) cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const to = answer.headers.get('location');
    if (answer.status === 303 && to) return follow('GET', to);
    return { status: answer.status, path, text: await answer.text(), headers: answer.headers };
  };
  return {
    cookies,
    open: (path) => follow('GET', path),
    send: (path, content, { plain = false } = {}) => {
      const body = plain ? new URLSearchParams() : new FormData();
      for (const [name, value] of Object.entries(content))
        if (typeof value === 'string') body.append(name, value);
        else for (const file of value) (body as FormData).append(name, file);
      return follow('POST', path, body);
    },
  };
};

/** The hidden fields of the form that goes to an address. */
export const hiddenOf = ({ text }: Shown, action: string): Readonly<Record<string, string>> => {
  const start = text.indexOf(`action="${action}"`);
  assert.ok(start >= 0, `no form to ${action}`);
  const form = text.slice(start, text.indexOf('</form>', start));
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );
};

/** What somebody types into the form. */
export const typedForm = {
  kind: 'naturalPerson',
  name: '欧阳小兰',
  identityKind: 'idCard',
  identityNumber: '11010519491231002X',
  contactPerson: '',
  phone: '13800001234',
  email: 'lan@example.cn',
  address: '云山区文化路 1 号 3 幢 502 室，000000',
  title: '',
  documentNumber: '',
  description: '2025年文化路旧城改造项目的房屋征收补偿方案',
  form: 'electronic',
  way: 'electronic',
} as const;

/** A PDF that is one by its bytes. */
export const pdfFile = (name: string, more = ''): File =>
  new File([`%PDF-1.7\n${more}\n%%EOF\n`], name, { type: 'application/pdf' });
