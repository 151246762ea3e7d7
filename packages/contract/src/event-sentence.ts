import { actionNames } from './action-names.ts';
import { eventKinds, isEventKind } from './event-kinds.ts';
import { roles } from './permission.ts';

/** What the codes in an event's data are called; the event keeps the code. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  role: roles,
  action: actionNames,
  scopes: actionNames,
  reason: {
    unknown: '没有这个用户名',
    wrong_password: '密码不正确',
    wrong_code: '口令不正确',
    locked: '账号已锁定',
    left: '已离岗',
    signed_out: '退出登录',
    idle: '长时间没有操作',
    absolute: '到了最长时间',
    replaced: '被新的登录取代',
    password_changed: '修改了密码',
    by_person: '由本人结束',
    by_administrator: '由管理员结束',
  },
  fields: {
    agency_id: '所在单位',
    agencyId: '所在单位',
    name: '姓名',
    phone: '电话',
    email: '电子邮箱',
    title: '职务',
  },
};

const shown = (name: string, value: unknown): string => {
  if (value === undefined || value === null) return '—';
  if (Array.isArray(value)) return value.map((one) => shown(name, one)).join('、');
  if (typeof value === 'object') return JSON.stringify(value);
  const named = words[name];
  const text = String(value);
  return named && Object.hasOwn(named, text) ? (named[text] as string) : text;
};

/** Who did it, where, and to whom, by the names they have now; null where there is none. */
export interface EventNames {
  readonly actor: string | null;
  readonly agency: string | null;
  readonly person: string | null;
}

/** The event as a sentence. Values the event doesn't have are shown as a dash; an unknown kind as itself. */
export const eventSentence = (
  kind: string,
  names: EventNames,
  data: Readonly<Record<string, unknown>>,
): string => {
  if (!isEventKind(kind)) return kind;
  return eventKinds[kind].sentence.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'actor' || name === 'agency' || name === 'person'
      ? shown(name, names[name] ?? (name === 'person' ? '未知账号' : null))
      : shown(name, data[name]),
  );
};
