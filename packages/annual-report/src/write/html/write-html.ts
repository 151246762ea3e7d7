import { reportToJson } from '../../json/report-to-json.ts';
import type { Report } from '../../report.ts';
import { embeddedElementId } from '../embedded.ts';
import { type Block, printReport } from '../printed-report.ts';
import { escapeHtml, escapeJsonForScript } from './escape-html.ts';
import { style } from './style.ts';
import { tableHtml } from './table-html.ts';

/** A complete web page that needs nothing from elsewhere, with the report's data embedded as JSON. */
export const writeHtml = (report: Report): string => {
  const { title, blocks } = printReport(report);
  const meta = Object.entries({
    ContentSource: report.agency,
    PubDate: report.published,
    generator: 'gongkai',
  }).flatMap(([name, content]) =>
    content ? [`<meta name="${name}" content="${escapeHtml(content)}">`] : [],
  );
  return [
    '<!DOCTYPE html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title || '政府信息公开工作年度报告')}</title>`,
    ...meta,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...(title ? [`<h1>${escapeHtml(title)}</h1>`] : []),
    ...blocks.map((block) => blockHtml(block, report)),
    '</main>',
    `<script type="application/json" id="${embeddedElementId}">${escapeJsonForScript(reportToJson(report))}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
};

const lines = (text: string): string => escapeHtml(text).replaceAll(/\r?\n/g, '<br>');

const blockHtml = (block: Block, report: Report): string => {
  switch (block.kind) {
    case 'heading':
      return `<h2>${lines(block.text)}</h2>`;
    case 'subheading':
      return `<h3>${lines(block.text)}</h3>`;
    case 'hint':
      return `<p class="hint">${lines(block.text)}</p>`;
    case 'paragraph':
      return `<p>${lines(block.text)}</p>`;
    case 'table':
      return `<div class="frame" tabindex="0" role="region" aria-label="${escapeHtml(block.table.title)}">\n${tableHtml(block.table, report.cells)}\n</div>`;
  }
};
