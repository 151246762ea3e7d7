import type { Category, CategoryList } from './category.ts';

/** 主题分类: what a document is about. Seen alike in open systems and on many sites. */
export const subjectCategories = {
  source: '政府信息公开目录系统实施指引（试行）',
  confidence: 'practice',
  entries: [
    { id: 'state_council_bodies', name: '国务院组织机构' },
    { id: 'general_affairs', name: '综合政务' },
    { id: 'economy_state_assets', name: '国民经济管理、国有资产监管' },
    { id: 'finance_audit', name: '财政、金融、审计' },
    { id: 'land_energy', name: '国土资源、能源' },
    { id: 'agriculture_forestry_water', name: '农业、林业、水利' },
    { id: 'industry_transport', name: '工业、交通' },
    { id: 'commerce_customs_tourism', name: '商贸、海关、旅游' },
    { id: 'market_safety_supervision', name: '市场监管、安全生产监管' },
    { id: 'construction_environment', name: '城乡建设、环境保护' },
    { id: 'science_education', name: '科技、教育' },
    { id: 'culture_press', name: '文化、广电、新闻出版' },
    { id: 'health_sports', name: '卫生、体育' },
    { id: 'population_women_children', name: '人口与计划生育、妇女儿童工作' },
    { id: 'labour_personnel_discipline', name: '劳动、人事、监察' },
    { id: 'police_security_justice', name: '公安、安全、司法' },
    { id: 'civil_affairs_relief', name: '民政、扶贫、救灾' },
    { id: 'ethnic_religious_affairs', name: '民族、宗教' },
    { id: 'foreign_affairs', name: '对外事务' },
    { id: 'hong_kong_macao_taiwan_overseas', name: '港澳台侨工作' },
    { id: 'defence', name: '国防' },
    { id: 'other', name: '其他' },
  ],
} as const satisfies CategoryList<Category>;
