import type { NavigationEntry } from '../portal/index.ts';

/** The entry of 年报体检 in the portal's navigation. */
export const reportNavigation: NavigationEntry = { id: 'check', href: '/check', label: '年报体检' };
