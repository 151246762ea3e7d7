import { type RuleHead, ruleFamilies, severities } from '../../packages/annual-report/src/check/rule.ts';
import { familyNames, severityWords } from '../../packages/annual-report/src/check/rule-words.ts';
import { rules } from '../../packages/annual-report/src/check/rules.ts';

const span = ({ years }: RuleHead): string => {
  if (!years) return '全部';
  const [from, to] = years;
  return to === null ? `${from} 起` : from === to ? String(from) : `${from}–${to}`;
};

const inCell = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('|', '\\|');

const line = (rule: RuleHead): string =>
  `| \`${rule.id}\` | ${inCell(rule.title)} | ${severityWords[rule.severity].name} | ${rule.forms?.join('、') ?? '全部'} | ${span(rule)} | ${inCell(rule.source)} |`;

/** docs/checks.md as it must read: every rule of the registry, family by family. */
export const checksPage = (): string =>
  [
    '# 检查项目（checks）',
    '',
    '本系统对政府信息公开工作年度报告的全部检查项目，由程序中的规则表打印而成（`npm run docs`），测试保证两者一致。怎样增加一项：[how-to/add-a-check.md](how-to/add-a-check.md)。',
    '',
    ...severities.map(
      (severity) => `- **${severityWords[severity].name}**：${severityWords[severity].meaning}。`,
    ),
    '',
    '表中是一般情形的级别；个别情形会降低一级，例如合计格空白（空白不等于 0）、数字由文字识别得来。格式一栏的 2019 指国办公开办函〔2019〕60号所附格式，2021 指国办公开办函〔2021〕30号所附格式。',
    ...ruleFamilies.flatMap((family) => [
      '',
      `## ${familyNames[family]}（${family}）`,
      '',
      '| 编号 | 检查什么 | 级别 | 格式 | 年度 | 依据 |',
      '|---|---|---|---|---|---|',
      ...rules.filter((rule) => rule.family === family).map(line),
    ]),
    '',
  ].join('\n');
