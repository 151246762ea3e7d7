import type { Agency } from '@gongkai/contract';
import { organKindNames } from '@gongkai/statute';
import { Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';

type LetterSettingsOf = Pick<
  Agency,
  | 'organKind'
  | 'reviewGovernment'
  | 'reviewDepartment'
  | 'localGovernment'
  | 'court'
  | 'letterContact'
  | 'returnTo'
  | 'feePayment'
>;

export type LetterSettingValues = {
  [Name in keyof LetterSettingsOf]?: (LetterSettingsOf[Name] & string) | '';
};

/** Blank is not set: then it follows from the agency's place in the tree, or from the guide. */
export const letterSettingsOf = (values: LetterSettingValues): LetterSettingsOf => {
  const text = (value: string | undefined): string | null => value?.trim() || null;
  return {
    organKind: values.organKind || null,
    reviewGovernment: text(values.reviewGovernment),
    reviewDepartment: text(values.reviewDepartment),
    localGovernment: text(values.localGovernment),
    court: text(values.court),
    letterContact: text(values.letterContact),
    returnTo: text(values.returnTo),
    feePayment: text(values.feePayment),
  };
};

/** What holds where nothing was set. */
const usual = (words: string): ReactNode => <span className="second">{words}</span>;

/** The settings as a page shows them. */
export const letterSettingFacts = (agency: LetterSettingsOf): readonly (readonly [string, ReactNode])[] => [
  ['机关类型', agency.organKind ? organKindNames[agency.organKind] : usual('按单位类别和层级')],
  ['行政复议机关', agency.reviewGovernment ?? usual('上级人民政府')],
  ['上级主管部门', agency.reviewDepartment],
  ['所在地人民政府', agency.localGovernment],
  ['管辖法院', agency.court ?? usual('不写名称')],
  ['文书的联系方式', agency.letterContact ?? usual('工作机构的电话、地址、办公时间')],
  ['材料送交', agency.returnTo ?? usual('工作机构的地址')],
  ['缴费方式', agency.feePayment],
];

/** What letters (文书) of the agency say: who reconsiders, which court, whom to ask, where to pay. */
export const LetterSettings = (): ReactNode => (
  <>
    <h2 className="form-part">文书</h2>
    <Form.Item
      name="organKind"
      label="机关类型"
      extra="行政复议机关由此确定（行政复议法第二十四条至第二十八条）。"
    >
      <Select
        options={[
          { value: '', label: '按单位类别和层级' },
          ...Object.entries(organKindNames).map(([value, label]) => ({ value, label })),
        ]}
      />
    </Form.Item>
    <Form.Item
      name="reviewGovernment"
      label="行政复议机关"
      extra="写人民政府的全称；不填为单位层级中的上级人民政府。"
    >
      <Input maxLength={100} />
    </Form.Item>
    <Form.Item
      name="reviewDepartment"
      label="上级主管部门"
      extra="司法行政部门、实行垂直领导的机关和派出机构填写。"
    >
      <Input maxLength={100} />
    </Form.Item>
    <Form.Item name="localGovernment" label="所在地人民政府" extra="部门的派出机构填写。">
      <Input maxLength={100} />
    </Form.Item>
    <Form.Item name="court" label="管辖法院" extra="不填时文书写“有管辖权的人民法院”。">
      <Input maxLength={100} />
    </Form.Item>
    <Form.Item
      name="letterContact"
      label="文书的联系方式"
      extra="每行一项；不填为工作机构的名称、电话、地址、办公时间。"
    >
      <Input.TextArea className="grows" rows={3} maxLength={1000} />
    </Form.Item>
    <Form.Item name="returnTo" label="材料送交" extra="补正材料、说明、意见送到哪里；不填为办公地址。">
      <Input.TextArea className="grows" rows={1} maxLength={300} />
    </Form.Item>
    <Form.Item name="feePayment" label="缴费方式" extra="信息处理费怎样缴纳，写入收费通知书。">
      <Input.TextArea className="grows" rows={1} maxLength={500} />
    </Form.Item>
  </>
);
