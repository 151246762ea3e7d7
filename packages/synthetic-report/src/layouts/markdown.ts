import { type GridPart, gridParts } from '../grid.ts';
import { expand } from './expand.ts';
import type { Layout } from './layout.ts';
import { utf8 } from './layout.ts';

const rows = (part: GridPart): readonly string[] => {
  const lines = expand(part).map(
    (row) =>
      `| ${row.map((slot) => (slot?.anchor ? slot.cell.text.replaceAll('\\', '\\\\').replaceAll('\n', '<br>').replaceAll('|', '\\|') : '')).join(' | ')} |`,
  );
  return [lines[0]!, `|${' --- |'.repeat(part.width)}`, ...lines.slice(1)];
};

/** Markdown as converters write it: # headings, pipe tables with the first row as head. */
export const markdown: Layout = {
  name: 'markdown.tables',
  format: 'markdown',
  extension: 'md',
  render: (laid) => ({
    bytes: utf8(
      laid.blocks
        .flatMap((block) => {
          if (block.kind === 'table')
            return gridParts(block).flatMap((part) => [
              ...rows(part),
              '',
              ...(part.end?.pageNumber ? [part.end.pageNumber, ''] : []),
            ]);
          if (block.role === 'title') return [`# ${block.text}`, ''];
          if (block.role === 'heading') return [`## ${block.text}`, ''];
          return [block.text, ''];
        })
        .join('\n'),
    ),
  }),
};

/** Markdown whose tables are HTML, as converters write merged cells. */
export const markdownWithHtml: Layout = {
  name: 'markdown.html',
  format: 'markdown',
  extension: 'md',
  render: (laid) => ({
    bytes: utf8(
      laid.blocks
        .flatMap((block) => {
          if (block.kind !== 'table')
            return [
              block.role === 'title'
                ? `# ${block.text}`
                : block.role === 'heading'
                  ? `## ${block.text}`
                  : block.text,
              '',
            ];
          return gridParts(block).flatMap((part) => [
            '<table>',
            ...part.rows.map(
              (row) =>
                `<tr>${row.cells
                  .map((cell) => {
                    const span = `${cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : ''}${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''}`;
                    return `<td${span}>${cell.text.replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</td>`;
                  })
                  .join('')}</tr>`,
            ),
            '</table>',
            '',
          ]);
        })
        .join('\n'),
    ),
  }),
};
