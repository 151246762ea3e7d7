import { type RuleHead, ruleFamilies, rules } from '@gongkai/annual-report';
import { html } from 'hono/html';
import type { Page } from '../portal/index.ts';
import { severityWords } from './status-words.ts';

const familyNames: Readonly<Record<RuleHead['family'], string>> = {
  sums: '勾稽关系',
  form: '格式',
  narrative: '正文与表格',
  years: '年度衔接',
  agencies: '上下级',
  competence: '职权',
  dates: '日期与说明',
};

const years = ({ years: range }: RuleHead): string =>
  range
    ? `${range[0]} 年度${range[1] === null ? '起' : range[1] === range[0] ? '' : `至 ${range[1]} 年度`}`
    : '各年度';

/** Every check, with its source: what an agency is measured by is no secret. */
export const rulesPage = (): Page => ({
  title: '检查规则',
  current: 'rules',
  wide: true,
  body: html`<h1>检查规则</h1>
    <p class="lead">共 ${rules.length} 条。错误：与法定格式、法律或报告自身矛盾；警告：很可能有误，需要人工核对；提示：值得一看，可能另有原因。</p>
    ${ruleFamilies.map((family) => {
      const members = rules.filter((rule) => rule.family === family);
      if (members.length === 0) return '';
      return html`<section aria-labelledby="family-${family}">
        <h2 id="family-${family}">${familyNames[family]}</h2>
        <div class="frame"><table class="list">
          <caption class="hidden-caption">${familyNames[family]}的检查规则</caption>
          <thead><tr><th scope="col">规则</th><th scope="col">轻重</th><th scope="col">依据</th><th scope="col">适用</th></tr></thead>
          <tbody>
            ${members.map(
              (rule) => html`<tr id="${rule.id}">
                <th scope="row">${rule.title}<br><code>${rule.id}</code></th>
                <td><span class="count ${rule.severity}">${severityWords[rule.severity].sign} ${severityWords[rule.severity].name}</span></td>
                <td class="source">${rule.source}</td>
                <td>${years(rule)}${rule.forms ? `，${rule.forms.join('、')} 年格式` : ''}</td>
              </tr>`,
            )}
          </tbody>
        </table></div>
      </section>`;
    })}`,
});
