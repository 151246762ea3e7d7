import type { NavigationEntry, Service } from '../../portal/index.ts';

/** The entries of 依申请公开 in the portal's navigation. */
export const applicantNavigation: readonly NavigationEntry[] = [
  { id: 'apply', href: '/apply', label: '依申请公开' },
];

/** What the portal's home page offers of it. */
export const applicantServices: readonly Service[] = [
  {
    title: '依申请公开',
    href: '/apply',
    description: '没有主动公开的，可以申请获取；不用说明用途，一般不收费。',
    isBlock: true,
  },
  { title: '查询我的申请', href: '/track', description: '凭登记编号和查询码看进度、下载答复、补正、撤回。' },
];

/** Where an application to an agency begins. */
export const applyTo = (agencyId: string): string => `/apply/form?agency=${agencyId}`;

/** All files in `public/` that the pages refer to. */
export const applicantAssets = ['apply.css', 'apply.js'] as const;
