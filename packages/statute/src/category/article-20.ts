import type { Category } from './category.ts';

/** An item of 条例第二十条, in the words of the regulation. */
export interface Article20Category extends Category {
  /** 1 to 15: 第（一）项 to 第（十五）项. */
  readonly item: number;
  /** The regulation's own words. */
  readonly text: string;
  /** The table of the annual report that counts it, where one does. */
  readonly reportTable: string | null;
}

const item = <const Id extends string>(
  number: number,
  id: Id,
  name: string,
  text: string,
  reportTable: string | null = null,
) => ({ id, name, item: number, text, reportTable }) as const;

/** 条例第二十条：行政机关应当依照本条例第十九条的规定，主动公开本行政机关的下列政府信息。 */
export const article20 = [
  item(1, 'rules_and_documents', '法规文件', '行政法规、规章和规范性文件', 'proactive.20-1'),
  item(2, 'organisation', '机构职能', '机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名'),
  item(3, 'plans', '规划计划', '国民经济和社会发展规划、专项规划、区域规划及相关政策'),
  item(4, 'statistics', '统计信息', '国民经济和社会发展统计信息'),
  item(
    5,
    'licensing_and_services',
    '行政许可和其他对外管理服务',
    '办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果',
    'proactive.20-5',
  ),
  item(
    6,
    'penalties_and_coercion',
    '行政处罚和行政强制',
    '实施行政处罚、行政强制的依据、条件、程序以及本行政机关认为具有一定社会影响的行政处罚决定',
    'proactive.20-6',
  ),
  item(7, 'budgets', '财政预算、决算', '财政预算、决算信息'),
  item(8, 'charges', '行政事业性收费', '行政事业性收费项目及其依据、标准', 'proactive.20-8'),
  item(9, 'procurement', '政府集中采购', '政府集中采购项目的目录、标准及实施情况', 'proactive.20-9'),
  item(10, 'major_projects', '重大建设项目', '重大建设项目的批准和实施情况'),
  item(11, 'social_policy', '民生政策', '扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况'),
  item(12, 'emergencies', '应急管理', '突发公共事件的应急预案、预警信息及应对情况'),
  item(13, 'inspections', '监督检查', '环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况'),
  item(14, 'recruitment', '公务员招考', '公务员招考的职位、名额、报考条件等事项以及录用结果'),
  item(
    15,
    'otherwise_required',
    '其他法定公开信息',
    '法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息',
  ),
] as const satisfies readonly Article20Category[];
