/**
 * Sentences of our own making, in the manner of real reports. `{slot}` stands for a figure,
 * `<word>` for the agency's own words: <short>, <self>, <whole>, <year>, <next>, <name>.
 */

export const opening = [
  '本报告由<name>根据《中华人民共和国政府信息公开条例》规定编制。报告所列数据的统计期限自<year>年1月1日至<year>年12月31日。如对本报告有疑问，请与<short>办公室联系（地址：<city><county>人民路18号，邮编：400000，电话：0000-12345678）。',
  '根据《中华人民共和国政府信息公开条例》第五十条规定，编制<name><year>年政府信息公开工作年度报告。本报告中所列数据的统计期限从<year>年1月1日起至<year>年12月31日止。对本报告如有疑问或意见，请联系<short>政务公开办公室，联系电话：0000-7654321。',
  '现将<self><year>年度政府信息公开工作情况报告如下（统计时间为<year>年1月1日至12月31日，联系电话：0000-2345678）：',
];

/** Facts: issued, repealed, inForce (form 2021). */
export const documents = [
  '（四）政府信息管理。全年制发行政规范性文件{issued}件，废止{repealed}件，现行有效{inForce}件。',
  '（四）政府信息管理情况。<year>年新制定行政规范性文件{issued}件、废止行政规范性文件{repealed}件，截至年底现行有效的行政规范性文件{inForce}件。',
  '（四）政府信息管理工作。<year>年印发行政规范性文件{issued}件，宣布废止{repealed}件，目前现行有效{inForce}件。',
  '（四）政府信息管理。<year>年共制定出台行政规范性文件{issued}份，清理后废止{repealed}份，现行有效的行政规范性文件共{inForce}份。',
  '（四）政府信息管理方面。规范文件管理，新出台行政规范性文件{issued}件，废止{repealed}件，截至12月31日现行有效{inForce}件。',
];

/** Facts: licences, penalties. */
export const decisions = [
  '（五）平台建设。<year>年作出行政许可决定{licences}件、行政处罚决定{penalties}件，均通过网站公示。',
  '（五）平台建设情况。全年办理行政许可{licences}件，作出行政处罚{penalties}件，结果及时上网。',
  '（五）平台建设。全年作出行政许可处理决定{licences}件、行政处罚处理决定{penalties}件，按要求在七个工作日内公示。',
  '（五）平台建设情况。<year>年下达行政许可决定书{licences}份、行政处罚决定书{penalties}份。',
];

/** Facts: fee, in yuan. */
export const fee = [
  '<year>年，<self>收取政府信息公开信息处理费{fee}元。',
  '依据《政府信息公开信息处理费管理办法》，本年度共发出收费通知，实际收取信息处理费{fee}元。',
  '<year>年依申请公开信息处理费收取情况：发出收费通知3件，总金额{fee}元，实际收取{fee}元。',
];

export const feeNone = [
  '<year>年，<self>未收取政府信息公开信息处理费。除此之外，没有其他需要报告的事项。',
  '本年度没有发出收费通知，未向申请人收取信息处理费。',
  '收取信息处理费情况：<year>年<short>发出收费通知的件数为0件，总金额为0元，实际收取的总金额为0元。无其他需要报告的事项。',
  '按照信息处理费管理有关规定，<self>全年未产生信息处理费。',
];

export const furnitureBefore = [
  '首页 | 政务公开 | 办事服务 | 互动交流 | 走进<county>',
  '当前位置：首页 > 政府信息公开 > 政府信息公开年报',
  '索引号：0131-2023-00451　发布机构：<name>　成文日期：2023年1月18日　有效性：有效',
  '字体：[大 中 小]　浏览次数：1286　打印本页　关闭窗口',
];

export const furnitureAfter = [
  '上一篇：关于开展专项检查的通知',
  '主办：<name>　网站标识码：5001040003　ICP备案号：00000000号',
  '扫一扫在手机打开当前页',
];

/** A narrative's own sections before the statutory ones: headings that must not be taken for them. */
export const decoys = [
  [
    '二、主动公开政府信息情况',
    '今年以来，<self>围绕权力运行全过程，及时公开各类信息，主动回应社会关切，群众满意度有所提升。',
  ],
  [
    '三、因政府信息公开咨询投诉、申请行政复议、提起行政诉讼的情况',
    '<self>认真对待每一件咨询，答复及时，沟通充分。',
  ],
  ['四、下一步工作措施', '继续强化制度建设，规范工作程序，创新工作方式。'],
] as const;

/**
 * Clauses that are shuffled into paragraphs, so that no two reports share a passage by chance:
 * rules that look for copied text must find only what is planted.
 */
export const clauses = {
  overview: [
    '坚持公开为常态',
    '把公开要求列入年度任务',
    '围绕群众关心的事项扩大公开',
    '健全协调机制',
    '明确专人负责',
    '压实审核责任',
    '规范公文属性标注',
    '做好节假日值守',
    '推动业务科室参与',
    '细化公开标准',
    '梳理历年存量信息',
    '稳步推进各项工作',
    '方便企业查询政策',
    '注重实际效果',
    '补齐栏目短板',
    '强化部门衔接',
  ],
  disclosure: [
    '更新机构职能',
    '公布领导分工',
    '发布规划计划',
    '公开财政预决算',
    '公示许可处罚结果',
    '汇总惠民政策',
    '集中展示服务指南',
    '上传政策图解',
    '公布监督渠道',
    '发布招考信息',
    '公开重大项目进展',
    '更新权责清单',
    '补充历史文件',
    '公开应急预案',
    '公布会议议题',
  ],
  supervision: [
    '将公开工作纳入考核',
    '组织专题培训',
    '定期通报栏目情况',
    '邀请代表评议',
    '开展保密自查',
    '聘请社会监督员',
    '每季度抽查页面',
    '约谈滞后单位',
    '建立问题台账',
    '公布投诉电话',
    '未发生责任追究情形',
    '落实整改销号',
    '组织交叉互查',
  ],
  problems: [
    '部分栏目更新不够及时',
    '解读形式较为单一',
    '工作人员业务能力有待提升',
    '主动公开的深度不够',
    '基层人员变动较大',
    '答复文书不够规范',
    '公众参与渠道偏少',
    '检索功能不够便捷',
    '与业务部门衔接不畅',
    '对新政策的理解不够透彻',
    '线下查阅点利用率不高',
    '数据开放程度偏低',
    '公开目录调整滞后',
    '回应关切的主动性不强',
  ],
  improvements: [
    '梳理公开目录',
    '细化责任分工',
    '加强业务培训',
    '丰富解读形式',
    '完善答复模板',
    '优化检索入口',
    '畅通意见征集渠道',
    '建立更新提醒机制',
    '选配专职人员',
    '扩大开放数据范围',
    '改造查阅场所',
    '开展案例研讨',
    '健全会商制度',
    '增加上门指导次数',
  ],
} as const;

/** `<list>` takes the shuffled clauses. */
export const frames = {
  overview: [
    '<year>年，<self><list>。',
    '一年来，<short><list>，总体情况如下。',
    '<year>年度，<self>政府信息公开工作<list>。',
  ],
  disclosure: [
    '（一）主动公开情况。<list>。',
    '（一）主动公开。<self><list>。',
    '（一）主动公开方面。全年<list>。',
  ],
  supervision: ['（六）监督保障。<list>。', '（六）监督保障情况。<self><list>。'],
  problems: ['存在的问题：<list>。', '对照要求，<self>的不足主要是：<list>。', '工作中还存在<list>等问题。'],
  improvements: ['改进措施：<list>。', '<next>年，<self>将<list>。', '下一步，<short>计划<list>。'],
} as const;
