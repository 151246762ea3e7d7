import type { NavigationEntry, Service } from '../portal/index.ts';

/** The entry of 年报体检 in the portal's navigation. */
export const reportNavigation: NavigationEntry = { id: 'check', href: '/check', label: '年报体检' };

/** What the portal's home page offers of it. */
export const reportService: Service = {
  title: '年报体检',
  href: '/check',
  description: '上传政府信息公开工作年度报告，检查表格勾稽、文表一致和格式；文件到时自动删除，不留副本。',
};
