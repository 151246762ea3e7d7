/** A cell of the form: a label, or room to write with what is printed in it. */
export interface FormCell {
  readonly text: string;
  /** Columns that it takes of the eight beside the part's title. */
  readonly span: number;
  readonly isLabel: boolean;
}

export interface FormRow {
  /** Millimetres. */
  readonly height: number;
  readonly cells: readonly FormCell[];
}

/** A part of the form: its title stands at the left of its rows. */
export interface FormPart {
  readonly title: string;
  readonly rows: readonly FormRow[];
}

export const formTitle = '政府信息公开申请表';

/** To whom it goes; written by hand. */
export const formAddressee = '受理机关：';

/** Columns beside the titles of the parts. */
export const formColumns = 8;

const row = (
  height: number,
  ...cells: readonly (readonly [label: string, room: number, printed?: string])[]
) => ({
  height,
  cells: cells.flatMap(([label, room, printed = '']) => [
    { text: label, span: 1, isLabel: true },
    { text: printed, span: room, isLabel: false },
  ]),
});

const boxes = (...choices: readonly string[]): string => choices.map((choice) => `□ ${choice}`).join('　');

/** 条例第二十九条第二款: name, proof of identity and contact; what is wanted; the form and way of provision. */
export const formParts: readonly FormPart[] = [
  {
    title: '个人申请',
    rows: [row(9, ['姓名', 3], ['证件种类', 3]), row(9, ['证件号码', 7])],
  },
  {
    title: '单位申请',
    rows: [
      row(9, ['名称', 7]),
      row(9, ['类别', 7, boxes('商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他')]),
      row(9, ['信用代码', 3], ['联系人', 3]),
    ],
  },
  {
    title: '联系方式',
    rows: [row(9, ['联系电话', 3], ['电子邮箱', 3]), row(9, ['地址邮编', 7])],
  },
  {
    title: '想要的政府信息',
    rows: [
      row(9, ['名称', 3], ['文号', 3]),
      row(84, ['内容描述', 7, '（不知道名称、文号的，写明是哪一件事、什么时间、什么地方等便于查找的特征）']),
    ],
  },
  {
    title: '怎样提供',
    rows: [
      row(9, ['形式', 7, boxes('纸质', '电子', '光盘', '查阅、抄录')]),
      row(9, ['方式', 7, boxes('邮寄', '当面', '电子方式', '传真')]),
    ],
  },
  {
    title: '签名盖章',
    rows: [
      row(12, ['申请人', 3], ['日期', 3, '　　　年　　　月　　　日']),
      row(12, ['代填人', 3], ['核对签名', 3, '已经宣读，内容无误：']),
    ],
  },
  {
    title: '机关填写',
    rows: [row(9, ['登记编号', 3], ['收到日期', 3, '　　　年　　　月　　　日'])],
  },
];

export const formNotes: readonly string[] = [
  '不用说明用途。不同的信息，请分别填表。',
  '个人附身份证件的复印件，单位附登记证书的复印件；现在没有的，可以以后补交。',
  '可以当面提交、邮寄（信封上注明“政府信息公开申请”）、传真，也可以在网上填写。',
  '书写有困难的，可以口头提出，由机关的政府信息公开工作机构代为填写，念给申请人核对（条例第二十九条第一款）。',
  '能当场答复的当场答复；不能的，自收到申请之日起20个工作日内答复。一般不收费（条例第三十三条、第四十二条）。',
];
