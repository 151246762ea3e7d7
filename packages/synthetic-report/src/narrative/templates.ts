/**
 * Sentences of our own making, in the manner of real reports. `{slot}` stands for a figure,
 * `<word>` for the agency's own words: <short>, <self>, <whole>, <year>, <next>, <name>.
 */

export const opening = [
  '本报告由<name>根据《中华人民共和国政府信息公开条例》规定编制。报告所列数据的统计期限自<year>年1月1日至<year>年12月31日。如对本报告有疑问，请与<short>办公室联系（地址：<city><county>人民路18号，邮编：400000，电话：0000-12345678）。',
  '根据《中华人民共和国政府信息公开条例》第五十条规定，编制<name><year>年政府信息公开工作年度报告。本报告中所列数据的统计期限从<year>年1月1日起至<year>年12月31日止。对本报告如有疑问或意见，请联系<short>政务公开办公室，联系电话：0000-7654321。',
  '现将<self><year>年度政府信息公开工作情况报告如下（统计时间为<year>年1月1日至12月31日，联系电话：0000-2345678）：',
];

/** Facts: received, concluded, carriedIn, carriedOut. */
export const requests = [
  '（二）依申请公开情况。<year>年，<whole>共收到政府信息公开申请{received}件，上年结转{carriedIn}件，办结{concluded}件，结转下年度继续办理{carriedOut}件。',
  '（二）依申请公开。全年新收政府信息公开申请{received}件，加上上年度结转的{carriedIn}件，共办理答复{concluded}件，其余{carriedOut}件结转下年度办理。',
  '（二）依申请公开情况。<year>年度<short>受理政府信息公开申请{received}件，已答复{concluded}件（含上年度结转申请{carriedIn}件，另有{carriedOut}件结转下年度答复），均在法定期限内答复。',
  '（二）依申请公开方面。本年度收办依申请公开事项{received}件，上年结转{carriedIn}件，截至12月31日办结{concluded}件、未办结{carriedOut}件。',
  '（二）依申请公开情况。<year>年新收政府信息公开申请{received}件，上年度结转{carriedIn}件，全年办结{concluded}件，结转下年{carriedOut}件，答复率100%。',
  '（二）依申请公开工作。<short>严格按时限答复。全年共收到公民、法人和其他组织提交的政府信息公开申请{received}件，连同上年结转{carriedIn}件，已办结{concluded}件，尚有{carriedOut}件正在办理。',
  '（二）依申请公开。申请渠道保持畅通，本年新收申请{received}件、上年结转{carriedIn}件，办结{concluded}件，{carriedOut}件转入下年度继续办理。',
];

/** Where nothing was carried over. */
export const requestsPlain = [
  '（二）依申请公开情况。<year>年，<whole>共收到政府信息公开申请{received}件，全部按期办结。',
  '（二）依申请公开。全年受理政府信息公开申请{received}件，均已依法答复。',
  '（二）依申请公开情况。<year>年，<self>收到自然人、法人或其他组织政府信息公开申请共{received}件，办结{concluded}件。',
  '（二）依申请公开情况。全年共接收政府信息公开申请{received}宗，办结率100%。',
  '（二）依申请公开情况。本年度新收政府信息公开申请{received}件，办结{concluded}件，无结转。',
  '（二）依申请公开工作。通过网络、信函、当面三种渠道收到政府信息公开申请{received}件，全部在法定期限内办结。',
  '（二）依申请公开。<year>年<whole>办理政府信息公开申请{concluded}件，没有结转件。',
];

/** Where nothing was received and nothing carried over. */
export const requestsNone = [
  '（二）依申请公开情况。<year>年，<self>未收到政府信息公开申请。',
  '（二）依申请公开。本年度没有收到公民、法人和其他组织的政府信息公开申请。',
  '（二）依申请公开情况。全年收到政府信息公开申请{received}件。',
  '（二）依申请公开工作。全年共收到依申请公开{received}件。',
  '（二）依申请公开情况。<short><year>年受理政府信息公开申请为{received}件。',
];

/** Facts: natural, organisations (the five other columns together). */
export const applicants = [
  '其中，自然人申请{natural}件，法人或其他组织申请{organisations}件。',
  '从申请主体看，自然人提出{natural}件，法人或其他组织提出{organisations}件。',
  '申请人中，自然人{natural}件，法人或其他组织{organisations}件。',
  '按申请人划分：自然人{natural}件、法人及其他组织{organisations}件。',
];

/** Facts: disclosed, partial, refused, unavailable, notProcessed, otherHandling. */
export const outcomes = [
  '办理结果为：予以公开{disclosed}件，部分公开{partial}件，不予公开{refused}件，无法提供{unavailable}件，不予处理{notProcessed}件，其他处理{otherHandling}件。',
  '在已办结的申请中，予以公开的{disclosed}件，部分公开的{partial}件，不予公开的{refused}件，无法提供的{unavailable}件，不予处理的{notProcessed}件，作其他处理的{otherHandling}件。',
  '答复情况为：予以公开{disclosed}件，部分公开{partial}件，不予公开{refused}件，因不掌握等原因无法提供{unavailable}件，不予处理{notProcessed}件，其他处理{otherHandling}件。',
];

/** Facts: reconsiderations, litigations. */
export const reviews = [
  '（三）因政府信息公开引发行政复议{reconsiderations}件、行政诉讼{litigations}件。',
  '（三）复议诉讼情况。<year>年，<self>发生政府信息公开行政复议案件{reconsiderations}起，行政诉讼案件{litigations}起。',
  '（三）全年因政府信息公开工作被申请行政复议{reconsiderations}件，被提起行政诉讼{litigations}件。',
  '（三）行政复议和诉讼。全年涉及政府信息公开的行政复议共{reconsiderations}件，行政诉讼共{litigations}件。',
  '（三）因信息公开产生的争议。<year>年收到行政复议{reconsiderations}件，应诉{litigations}件。',
];

export const reviewsNone = [
  '（三）<year>年，<self>未发生因政府信息公开引起的行政复议和行政诉讼。',
  '（三）复议诉讼情况。全年没有因政府信息公开被申请行政复议、提起行政诉讼的案件。',
  '（三）<whole>因政府信息公开被申请行政复议0件，被提起行政诉讼0件。',
  '（三）争议情况。<year>年度无政府信息公开行政复议、行政诉讼案件。',
];

/** Facts: upheld, corrected, otherResult, pending of reconsideration. */
export const reconsiderationResults = [
  '其中行政复议结果维持{upheld}件，结果纠正{corrected}件，其他结果{otherResult}件，尚未审结{pending}件。',
];

/** Facts: issued, repealed, inForce (form 2021). */
export const documents = [
  '（四）政府信息管理。全年制发行政规范性文件{issued}件，废止{repealed}件，现行有效{inForce}件。',
  '（四）政府信息管理情况。<year>年新制定行政规范性文件{issued}件、废止行政规范性文件{repealed}件，截至年底现行有效的行政规范性文件{inForce}件。',
  '（四）政府信息管理工作。<year>年印发行政规范性文件{issued}件，宣布废止{repealed}件，目前现行有效{inForce}件。',
  '（四）政府信息管理方面。规范文件管理，新出台行政规范性文件{issued}件，废止{repealed}件，截至12月31日现行有效{inForce}件。',
];

/** Facts: licences, penalties. */
export const decisions = [
  '（五）平台建设。<year>年作出行政许可决定{licences}件、行政处罚决定{penalties}件，均通过网站公示。',
  '（五）平台建设情况。全年办理行政许可{licences}件，作出行政处罚{penalties}件，结果及时上网。',
];

/** Facts: fee, in yuan. */
export const fee = [
  '<year>年，<self>收取政府信息公开信息处理费{fee}元。',
  '依据《政府信息公开信息处理费管理办法》，本年度共发出收费通知，实际收取信息处理费{fee}元。',
];

export const feeNone = [
  '<year>年，<self>未收取政府信息公开信息处理费。除此之外，没有其他需要报告的事项。',
  '本年度没有发出收费通知，未向申请人收取信息处理费。',
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
