import type { RequestCase } from '@gongkai/contract';
import { citeShort, type Fee, feeSchemeNames, itemFee, pageFee } from '@gongkai/statute';
import { Form, Input, InputNumber, Radio } from 'antd';
import { showNumber } from '../../component/show-time.ts';
import { DateField } from './step-field.tsx';

/** How the amount comes about, bracket by bracket. */
const FeeLines = ({ fee }: { readonly fee: Fee }) => (
  <div className="evidence" aria-live="polite">
    <strong>应收 {showNumber(Number(fee.amount))} 元</strong>
    <ul>
      {fee.lines.map(({ text }) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
    <p className="second">依据：{citeShort(fee.basis)}</p>
  </div>
);

/** The fee notice: by item or by page, with what it comes to. */
export const FeeFields = ({
  found: { monthItems },
  today,
}: {
  readonly found: RequestCase;
  readonly today: string;
}) => {
  const scheme = Form.useWatch<'item' | 'page'>('scheme') ?? 'item';
  const quantity = Form.useWatch<number | null>('quantity') ?? 0;
  const before = Form.useWatch<number | null>('before') ?? monthItems;
  const on = Form.useWatch<string | undefined>('on') || today;
  const fee = scheme === 'item' ? itemFee(before, quantity, on) : pageFee(quantity, on);
  return (
    <>
      <DateField
        name="on"
        label="通知日期"
        today={today}
        hint="应当在答复期限内通知；申请人自收到通知的次日起20个工作日内缴费。"
      />
      <Form.Item name="scheme" label="计收方式" rules={[{ required: true, message: '请选择计收方式' }]}>
        <Radio.Group
          aria-label="计收方式"
          className="choices"
          options={[
            { value: 'item', label: `${feeSchemeNames.item}：同一申请人一个月内的件数` },
            { value: 'page', label: `${feeSchemeNames.page}：提供信息的页数` },
          ]}
        />
      </Form.Item>
      <div className="form-columns">
        <Form.Item
          name="quantity"
          label={scheme === 'item' ? '这次计收的件数' : '页数'}
          rules={[{ required: true, message: '请填写数量' }]}
        >
          <InputNumber className="number" min={1} max={1_000_000} precision={0} />
        </Form.Item>
        {scheme === 'item' && (
          <Form.Item
            name="before"
            label="当月已有的件数"
            extra={`登记簿中同一申请人本月另有 ${monthItems} 件。`}
            rules={[{ required: true, message: '请填写当月已有的件数' }]}
          >
            <InputNumber className="number" min={0} max={1_000_000} precision={0} />
          </Form.Item>
        )}
      </div>
      {quantity > 0 &&
        (fee.ok ? <FeeLines fee={fee.value} /> : <p className="dialog-problem">{fee.reason}</p>)}
      <Form.Item
        name="reason"
        label="数量、频次明显超过合理范围的情况"
        rules={[{ required: true, whitespace: true, message: '请写明数量、频次明显超过合理范围的情况' }]}
      >
        <Input.TextArea className="grows tall" maxLength={1000} showCount />
      </Form.Item>
    </>
  );
};
