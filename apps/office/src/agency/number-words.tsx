import type { Agency } from '@gongkai/contract';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';

type NumberWordsOf = Pick<Agency, 'registrationWord' | 'replyWord' | 'letterWord'>;

export type NumberWordValues = { [Name in keyof NumberWordsOf]?: string };

/** Each series of numbers with its usual word. */
const series = [
  { name: 'registrationWord', label: '登记编号的字样', usual: '依申请' },
  { name: 'replyWord', label: '答复文号的字样', usual: '依申请复' },
  { name: 'letterWord', label: '其他文书文号的字样', usual: '依申请函' },
] as const;

/** Blank is the usual word. */
export const numberWordsOf = (values: NumberWordValues): NumberWordsOf => ({
  registrationWord: values.registrationWord?.trim() || null,
  replyWord: values.replyWord?.trim() || null,
  letterWord: values.letterWord?.trim() || null,
});

const exampleOf = (shortName: string, word: string): string => `例如“${shortName}${word}〔2026〕1号”`;

/** The words as a page shows them, each in a number. */
export const numberWordFacts = (
  agency: NumberWordsOf & Pick<Agency, 'shortName'>,
): readonly (readonly [string, ReactNode])[] =>
  series.map(({ name, label, usual }) => [
    label,
    <span key={name}>
      {agency[name] ?? usual}{' '}
      <span className="second">{exampleOf(agency.shortName, agency[name] ?? usual)}</span>
    </span>,
  ]);

/** 编号用字: what stands between the agency's short name and the year in its numbers. */
export const NumberWords = (): ReactNode => {
  const values: Partial<Record<string, string>> = Form.useWatch([]) ?? {};
  return (
    <>
      <h2 className="form-part">编号用字</h2>
      {series.map(({ name, label, usual }) => (
        <Form.Item
          key={name}
          name={name}
          label={label}
          extra={`${exampleOf(values.shortName?.trim() || '简称', values[name]?.trim() || usual)}；不填为“${usual}”。`}
          rules={[{ pattern: /^[\p{Script=Han}A-Za-z]*$/u, message: '字样只能用汉字和字母' }]}
        >
          <Input maxLength={20} placeholder={usual} />
        </Form.Item>
      ))}
    </>
  );
};
