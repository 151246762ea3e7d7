import { type GridCell, gridParts } from '../grid.ts';
import type { Laid, LaidTable } from '../laid.ts';
import * as templates from '../narrative/templates.ts';
import type { Random } from '../random.ts';
import { encodeGb, encodeUtf16 } from './encode.ts';
import { blanksVanish } from './fate.ts';
import { type Layout, utf8 } from './layout.ts';

export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\u00a0', '&nbsp;');

export const spans = (cell: GridCell): string =>
  `${cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : ''}${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''}`;

const table = (block: LaidTable): string =>
  gridParts(block)
    .map((part) => {
      const rows = part.rows.map((row) => {
        const tag = row.source.kind === 'head' ? 'th' : 'td';
        return `<tr>${row.cells.map((cell) => `<${tag}${spans(cell)}>${escapeHtml(cell.text).replaceAll('\n', '<br>')}</${tag}>`).join('')}</tr>`;
      });
      const page = part.end?.pageNumber ? `<p>${part.end.pageNumber}</p>` : '';
      return `<table border="1">\n${rows.join('\n')}\n</table>\n${page}`;
    })
    .join('\n');

/** The report as plain elements, without the page around it. */
export const htmlBody = (laid: Laid, drawTable: (table: LaidTable) => string = table): string =>
  laid.blocks
    .map((block) => {
      if (block.kind === 'table') return drawTable(block);
      const text = escapeHtml(block.text).replaceAll('\n', '<br>');
      if (block.role === 'title') return `<h1>${text}</h1>`;
      if (block.role === 'heading') return `<h2>${text}</h2>`;
      return `<p>${text}</p>`;
    })
    .join('\n');

const page = (laid: Laid, charset: string | null, body: string): string =>
  `<!DOCTYPE html>\n<html lang="zh-CN"><head>${charset === null ? '' : `<meta charset="${charset}">`}<title>${escapeHtml(titleOf(laid))}</title></head>\n<body>\n${body}\n</body></html>\n`;

export const titleOf = (laid: Laid): string =>
  laid.blocks.flatMap((block) => (block.kind === 'text' && block.role === 'title' ? [block.text] : []))[0] ??
  '';

const plain = (
  name: string,
  charset: string | null,
  encode: (html: string) => Uint8Array = utf8,
): Layout => ({
  name,
  format: 'html',
  extension: 'html',
  render: (laid) => ({ bytes: encode(page(laid, charset, htmlBody(laid))) }),
});

const entity = (character: string): string => `&#x${character.codePointAt(0)!.toString(16)};`;

export const htmlUtf8 = plain('html.utf8', 'utf-8');
export const htmlNoMeta = plain('html.noMeta', null);
export const htmlGbk = plain('html.gbk', 'gbk', (html) => encodeGb(html, entity));
export const htmlGb18030NoMeta = plain('html.gb18030NoMeta', null, (html) => encodeGb(html));
/** The page says gb2312 and is UTF-8: common after a site was converted. */
export const htmlWrongMeta = plain('html.wrongMeta', 'gb2312');
export const htmlUtf16 = plain('html.utf16', null, (html) => encodeUtf16(html, true));
export const htmlUtf16BigEndian = plain('html.utf16be', 'utf-16', (html) => encodeUtf16(html, false));

/** A site's page: navigation, index box, font-size switches, a layout table around the report, a sidebar. */
export const htmlSite: Layout = {
  name: 'html.site',
  format: 'html',
  extension: 'html',
  render: (laid) => {
    const agency = laid.reports[0]!.agency;
    const words = (text: string): string => text.replaceAll('<name>', agency).replaceAll('<county>', '本地');
    const before = templates.furnitureBefore.map(words);
    const body = `<div class="header"><ul>${before[0]!
      .split(' | ')
      .map((item) => `<li><a href="#">${item}</a></li>`)
      .join('')}</ul></div>
<div class="position">${escapeHtml(before[1]!)}</div>
<table class="index" width="100%"><tr><td>索 引 号</td><td>0131-2023-00451</td><td>主题分类</td><td>政府信息公开</td></tr><tr><td>发布机构</td><td>${agency}</td><td>发布日期</td><td>${laid.reports[0]!.published ?? ''}</td></tr></table>
<div class="tools">${before[3]}</div>
<table width="980" align="center"><tr><td class="side" valign="top"><ul><li>政府信息公开指南</li><li>政府信息公开制度</li><li>法定主动公开内容</li><li>政府信息公开年报</li></ul></td><td class="content">
${htmlBody(laid)}
</td></tr></table>
<div class="footer">${templates.furnitureAfter.map(words).join('<br>')}</div>
<script>var count = 1286; document.title = '加载中';</script>`;
    return { bytes: utf8(page(laid, 'utf-8', body)) };
  },
};

/** Cuts a text into pieces, each in a span of its own, as Word does where fonts or languages change. */
const shred = (random: Random, text: string): string => {
  let out = '';
  for (let at = 0; at < text.length; ) {
    const size = random.int(1, 4);
    // Word breaks its source lines inside tags, where they are no white space.
    const space = random.chance(0.3) ? '\n' : ' ';
    out += `<span${random.chance(0.5) ? ' lang=EN-US' : ''}${space}style='font-size:10.5pt;font-family:仿宋_GB2312'>${escapeHtml(text.slice(at, at + size))}</span>`;
    at += size;
  }
  return out;
};

/** Pasted from Word: labels over many spans, o:p, conditional comments, p in every cell, nbsp in empty ones. */
export const htmlWord: Layout = {
  name: 'html.word',
  format: 'html',
  extension: 'htm',
  render: (laid, random) => {
    const cell = (drawn: GridCell): string => {
      const lines = drawn.text.split('\n');
      const inner =
        drawn.text === ''
          ? '<p class=MsoNormal align=center><span lang=EN-US><o:p>&nbsp;</o:p></span></p>'
          : lines
              .map(
                (line) =>
                  `<p class=MsoNormal align=center style='text-align:center'>${shred(random, line)}<span lang=EN-US><o:p></o:p></span></p>`,
              )
              .join('\n');
      return `<td width=${60 * drawn.columnSpan}${spans(drawn).replaceAll('"', '')} style='border:solid windowtext 1.0pt'>\n${inner}\n</td>`;
    };
    const drawTable = (block: LaidTable): string =>
      gridParts(block)
        .map(
          (part) =>
            `<div align=center><table class=MsoNormalTable border=0 cellspacing=0 cellpadding=0>\n${part.rows
              .map((row, i) => `<tr style='mso-yfti-irow:${i}'>${row.cells.map(cell).join('')}</tr>`)
              .join(
                '\n',
              )}\n</table></div>\n${part.end?.pageNumber ? `<p class=MsoNormal>${part.end.pageNumber}<o:p></o:p></p>` : ''}`,
        )
        .join('\n');
    const body = laid.blocks
      .map((block) =>
        block.kind === 'table'
          ? drawTable(block)
          : `<p class=MsoNormal style='text-indent:32.0pt'>${shred(random, block.text)}<span lang=EN-US><o:p></o:p></span></p>`,
      )
      .join('\n');
    return {
      bytes: utf8(
        `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">\n<head>\n<meta http-equiv=Content-Type content="text/html; charset=utf-8">\n<title>${escapeHtml(titleOf(laid))}</title>\n<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->\n<style>p.MsoNormal{margin:0cm}</style>\n</head>\n<body lang=ZH-CN>\n<div class=Section1>\n${body}\n</div>\n</body></html>`,
      ),
    };
  },
};

/** One small table a row, as some editors leave them. */
export const htmlRowTables: Layout = {
  name: 'html.rowTables',
  format: 'html',
  extension: 'html',
  render: (laid) => ({
    bytes: utf8(
      page(
        laid,
        'utf-8',
        htmlBody(laid, (block) =>
          gridParts(block)
            .flatMap((part) => part.rows)
            .map(
              (row) =>
                `<table><tr>${row.cells.map((cell) => `<td${cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : ''}>${escapeHtml(cell.text)}</td>`).join('')}</tr></table>`,
            )
            .join('\n'),
        ),
      ),
    ),
  }),
};

/** A page whose tables were flattened by an editor: one paragraph a cell, blank ones gone or a lone &nbsp;. */
export const htmlParagraphs: Layout = {
  name: 'html.paragraphs',
  format: 'html',
  extension: 'html',
  render: (laid) => ({
    bytes: utf8(
      page(
        laid,
        'utf-8',
        htmlBody(laid, (block) =>
          gridParts(block)
            .flatMap((part) => part.rows)
            .flatMap((row) => row.cells)
            .filter((cell) => cell.text.trim() !== '')
            .map(
              (cell) => `<p style="text-align:center">${escapeHtml(cell.text).replaceAll('\n', '<br>')}</p>`,
            )
            .join('\n'),
        ),
      ),
    ),
    fate: blanksVanish(laid),
  }),
};

/** A web page saved as one file (RFC 2557): the HTML in quoted-printable, as browsers and Word write it. */
export const mhtml: Layout = {
  name: 'html.mhtml',
  format: 'html',
  extension: 'mht',
  render: (laid) => {
    const bytes = utf8(page(laid, 'utf-8', htmlBody(laid)));
    let line = '';
    const lines: string[] = [];
    for (const byte of bytes) {
      const plain = byte >= 0x20 && byte < 0x7f && byte !== 0x3d;
      const piece = plain
        ? String.fromCharCode(byte)
        : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
      if (line.length + piece.length > 75) {
        lines.push(`${line}=`);
        line = '';
      }
      line += piece;
    }
    lines.push(line);
    const head = [
      'From: <Saved by a browser>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="----=_Part_0"',
      '',
      '------=_Part_0',
      'Content-Type: text/html; charset="utf-8"',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Location: http://www.example.gov.cn/report.html',
      '',
    ];
    return { bytes: utf8([...head, ...lines, '------=_Part_0--', ''].join('\r\n')) };
  },
};
