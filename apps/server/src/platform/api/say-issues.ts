import { z } from 'zod';

type Issue = Parameters<NonNullable<ReturnType<typeof z.config>['customError']>>[0];

const kinds: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  array: '列表',
  object: '一组栏目',
  record: '一组栏目',
  file: '文件',
  date: '日期',
};

const formats: Readonly<Record<string, string>> = {
  uuid: '标识的格式不对。',
  email: '电子邮箱的格式不对。',
  date: '日期应写成 2026-03-16 这样，并且确有这一天。',
  datetime: '时刻应写成 2026-03-16T09:00:00+08:00 这样。',
};

const unitOf = (origin: string): string => (origin === 'string' ? ' 个字' : origin === 'array' ? ' 项' : '');

/** What is wrong with an input, for people, where its schema has no words of its own. */
const sayIssue = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? '请填写这一项。'
        : `这一项应是${kinds[issue.expected] ?? '别的类型'}。`;
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? '请填写这一项。'
        : `至少应是 ${issue.minimum}${unitOf(issue.origin)}。`;
    case 'too_big':
      return `至多是 ${issue.maximum}${unitOf(issue.origin)}。`;
    case 'invalid_value':
      return '不在可选的范围之内。';
    case 'invalid_format':
      return formats[issue.format] ?? '格式不对。';
    default:
      return '填写的内容不对。';
  }
};

/** From now on schemas say in Chinese what is wrong; for the program that answers requests. */
export const sayIssuesInChinese = (): void => {
  z.config({ customError: sayIssue });
};
