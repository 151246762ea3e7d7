import {
  familyNames,
  type RuleHead,
  ruleFamilies,
  rules,
  severities,
  severityWords,
} from '@gongkai/annual-report';
import { html } from 'hono/html';
import type { Page } from '../portal/index.ts';
import { checkCrumb } from './crumbs.ts';
import { severitySigns } from './show-words.ts';

const years = ({ years: range }: RuleHead): string =>
  range
    ? `${range[0]} 年度${range[1] === null ? '起' : range[1] === range[0] ? '' : `至 ${range[1]} 年度`}`
    : '各年度';

/** Every check, with its source: what an agency is measured by is no secret. */
export const rulesPage = (): Page => ({
  title: '检查规则',
  breadcrumb: [checkCrumb],
  width: 'wide',
  body: html`<h1>检查规则</h1>
    <p class="lead">共 ${rules.length} 条。${severities.map((severity) => `${severityWords[severity].name}：${severityWords[severity].meaning}。`).join('')}</p>
    ${ruleFamilies.map((family) => {
      const members = rules.filter((rule) => rule.family === family);
      if (members.length === 0) return '';
      return html`<section aria-labelledby="family-${family}">
        <h2 id="family-${family}">${familyNames[family]}</h2>
        <table class="list rules">
          <caption class="hidden-caption">${familyNames[family]}的检查规则</caption>
          <thead><tr><th scope="col">规则</th><th scope="col">轻重</th><th scope="col">依据</th><th scope="col">适用</th></tr></thead>
          <tbody>
            ${members.map(
              (rule) => html`<tr id="${rule.id}">
                <th scope="row">${rule.title}<br><code>${rule.id}</code></th>
                <td><span class="count ${rule.severity}">${severitySigns[rule.severity]} ${severityWords[rule.severity].name}</span></td>
                <td class="source">${rule.source}</td>
                <td>${years(rule)}${rule.forms ? `，${rule.forms.join('、')} 年格式` : ''}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </section>`;
    })}`,
});
