import type { PublicAgency } from '@gongkai/contract';
import { html } from 'hono/html';
import { agencyCards } from './component/agency-cards/agency-cards.ts';
import { element, type Markup } from './markup.ts';

const groups = [
  { kind: 'government', title: '下级人民政府' },
  { kind: 'department', title: '政府部门' },
  { kind: 'township', title: '乡镇、街道' },
] as const;

/** Agencies under the heading of their kind, each in the official order; kinds that aren't there are left out. */
export const agencyGroups = (agencies: readonly PublicAgency[], level: 2 | 3 = 3): readonly Markup[] =>
  groups.flatMap(({ kind, title }) => {
    const members = agencies.filter((agency) => agency.kind === kind);
    if (members.length === 0) return [];
    return [
      html`<section aria-labelledby="agencies-${kind}">
        ${element(`h${level}`, { id: `agencies-${kind}` }, html`${title} <span class="total">${members.length}</span>`)}
        ${agencyCards({
          agencies: members.map(({ id, name, phone }) => ({
            name,
            href: `/agencies/${id}`,
            ...(phone ? { note: phone } : {}),
          })),
        })}
      </section>`,
    ];
  });
