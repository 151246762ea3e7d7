import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Box, ReadError, renderPage } from '@gongkai/annual-report';
import { needs } from '../../../tools/system-package.ts';
import { buildPdf, show } from '../../annual-report/src/read/pdf/build-pdf.ts';
import { checkRedaction } from './check-redaction.ts';
import { findPersonalData } from './find-personal-data.ts';
import { readPages } from './read-pages.ts';
import { redactPdf } from './redact-pdf.ts';
import { RedactionError, type RedactionErrorCode } from './redaction-error.ts';
import { openTestEngine, printPdf, setPdf, textByPoppler } from './redaction-test-kit.ts';

const engine = await openTestEngine();
const today = '2026-03-16';
const number = '11010519491231002X';

/** The hits of a PDF as areas. */
const areasOf = (pdf: Uint8Array) =>
  findPersonalData(readPages(engine, pdf), today).flatMap(({ page, boxes, reasonCode }) =>
    boxes.map((box) => ({ page, box, reasonCode })),
  );

/** Share of black among the pixels of a box on the first page. */
const blackIn = (pdf: Uint8Array, [left, top, right, bottom]: Box, page = 1): number => {
  const { width, rgba } = renderPage(engine, pdf, page, 72);
  let [black, all] = [0, 0];
  for (let y = Math.ceil(top); y < Math.floor(bottom); y++)
    for (let x = Math.ceil(left); x < Math.floor(right); x++, all++)
      if (rgba[(y * width + x) * 4]! < 64) black++;
  return black / all;
};

test('what is blacked out of a letter is gone from its text, its bytes and its picture', () => {
  const pdf = setPdf(`申请人：张三丰，身份证号码${number}，住址：云山省云州市人民路12号3单元502室。`);
  const { bytes, reasons } = redactPdf(engine, pdf, areasOf(pdf));
  assert.deepEqual(
    reasons.map(({ reason, areas, pages }) => [reason.name, areas, pages]),
    [
      ['身份证件号码', 1, [1]],
      ['个人住址', 2, [1]],
      ['个人姓名', 1, [1]],
    ],
  );
  assert.deepEqual(checkRedaction(engine, bytes, ['张三丰', number, '人民路']), { clean: true, remains: [] });
  const whole = Buffer.from(bytes).toString('latin1');
  for (const trace of ['/Font', '/Info', '/Metadata', '/Annots', 'Typst'])
    assert.ok(!whole.includes(trace), trace);
  assert.deepEqual(
    readPages(engine, bytes).map(({ characters }) => characters.length),
    [0],
  );
});

test('pages keep their size and their number, and those without areas lose what isn’t seen, too', () => {
  const pdf = setPdf(
    '第一页\n#pagebreak()\n#place(hide[暗藏的字])第二页\n#set page(width: 10cm, height: 5cm)\n第三页',
  );
  const { bytes } = redactPdf(engine, pdf, [{ page: 1, box: [0, 0, 50, 50], reasonCode: 'phone' }]);
  const sizes = (file: Uint8Array) =>
    readPages(engine, file).map(({ width, height }) => [Math.round(width), Math.round(height)]);
  assert.deepEqual(sizes(bytes), sizes(pdf));
  assert.ok(checkRedaction(engine, bytes, ['暗藏的字']).clean);
});

test('areas reach to the edges of the page, and beyond them nothing is drawn', () => {
  const pdf = buildPdf({ pages: [{ content: show('云山', 0, 0), width: 200, height: 100 }] });
  const boxes: readonly Box[] = [
    [-50, -50, 20, 20],
    [180, 80, 400, 400],
    [0, 90, 30, 100],
  ];
  const { bytes } = redactPdf(
    engine,
    pdf,
    boxes.map((box) => ({ page: 1, box, reasonCode: 'name' })),
  );
  assert.ok(blackIn(bytes, [0, 0, 20, 20]) > 0.5);
  assert.ok(blackIn(bytes, [180, 80, 200, 100]) > 0.5);
  assert.ok(blackIn(bytes, [0, 90, 30, 100]) > 0.5);
  assert.equal(blackIn(bytes, [40, 20, 170, 80]), 0);
});

for (const rotate of [0, 90, 180, 270]) {
  test(`a number is found and covered on a page turned by ${rotate}°, and on a cropped one`, () => {
    const drawn = buildPdf({ pages: [{ content: show(number, 300, 400, 12), rotate }] });
    // The offsets of what follows are wrong then; readers put up with it, as with many files of agencies.
    const cropped = Buffer.from(
      drawn.toString('latin1').replace('/Rotate', '/CropBox[250 350 500 450]/Rotate'),
      'latin1',
    );
    for (const pdf of [drawn, cropped]) {
      const areas = areasOf(pdf);
      assert.equal(areas.length > 0, true);
      const { bytes } = redactPdf(engine, pdf, areas);
      for (const { box } of areas) assert.ok(blackIn(bytes, box) > 0.4);
      // Nothing of the number is left outside of the areas.
      const page = readPages(engine, bytes)[0]!;
      const { width, height, rgba } = renderPage(engine, bytes, 1, 72);
      for (let at = 0; at < width * height; at++) {
        const [x, y] = [at % width, Math.floor(at / width)];
        const covered = areas.some(
          ({ box: [l, t, r, b] }) => x >= l - 2 && x <= r + 1 && y >= t - 2 && y <= b + 1,
        );
        if (!covered) assert.ok(rgba[at * 4]! > 200, `${x},${y} of ${page.width}×${page.height}`);
      }
    }
  });
}

test('a page of a wall chart’s size is drawn as sharply as memory allows', () => {
  const pdf = buildPdf({
    pages: [{ content: show(number, 5000, 5000, 400), width: 14_000, height: 14_000 }],
  });
  const { bytes } = redactPdf(engine, pdf, areasOf(pdf));
  const [page] = readPages(engine, bytes);
  assert.deepEqual([page?.width, page?.height], [14_000, 14_000]);
  assert.ok(bytes.length < 1_000_000);
});

test('values of form fields and annotations are found, and gone afterwards', () => {
  // Two objects are replaced, so the offsets are wrong; readers put up with it.
  const drawn = buildPdf({ pages: [{ content: show('申请表', 50, 800) }] }).toString('latin1');
  const field =
    '<</Type/Annot/Subtype/FreeText/Rect[100 600 400 640]/F 4/DA(/Helv 12 Tf)/Contents(x)/AP<</N 90 0 R>>>>';
  const look = `BT /H 12 Tf 10 10 Td (${number}) Tj ET`;
  const pdf = Buffer.from(
    drawn
      .replace('/Rotate 0', `/Rotate 0/Annots[${field}]`)
      .replace(
        'xref\n',
        `90 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 300 40]/Resources<</Font<</H<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Length ${look.length}>>\nstream\n${look}\nendstream\nendobj\nxref\n`,
      ),
    'latin1',
  );
  const areas = areasOf(pdf);
  assert.deepEqual(
    areas.map(({ reasonCode }) => reasonCode),
    ['identity_number'],
  );
  const { bytes } = redactPdf(engine, pdf, areas);
  assert.ok(blackIn(bytes, areas[0]!.box) > 0.4);
  assert.ok(checkRedaction(engine, bytes, [number]).clean);
});

test('a mark in white tells the reason where it fits, and is left out where it doesn’t', () => {
  const pdf = buildPdf({ pages: [{ content: '', width: 200, height: 100 }] });
  const mark = (box: Box): number => {
    const { bytes } = redactPdf(engine, pdf, [{ page: 1, box, reasonCode: 'phone' }]);
    const { width, rgba } = renderPage(engine, bytes, 1, 200);
    let white = 0;
    for (let y = Math.ceil((box[1] * 200) / 72); y < Math.floor((box[3] * 200) / 72); y++)
      for (let x = Math.ceil((box[0] * 200) / 72); x < Math.floor((box[2] * 200) / 72); x++)
        if (rgba[(y * width + x) * 4]! > 128) white++;
    return white;
  };
  assert.ok(mark([20, 20, 120, 40]) > 50);
  assert.equal(mark([20, 20, 23, 22]), 0);
});

const refused = (work: () => unknown): RedactionErrorCode | string => {
  try {
    work();
    return 'taken';
  } catch (error) {
    if (error instanceof RedactionError) return error.code;
    if (error instanceof ReadError) return error.problem.code;
    throw error;
  }
};

test('an area that would cover nothing is refused before anything is written', () => {
  const pdf = buildPdf({ pages: [{ content: '', width: 200, height: 100 }] });
  const code = (area: { page?: number; box?: Box; reasonCode?: string }) =>
    refused(() => redactPdf(engine, pdf, [{ page: 1, box: [0, 0, 9, 9], reasonCode: 'phone', ...area }]));
  assert.equal(code({}), 'taken');
  assert.equal(code({ page: 2 }), 'area.noPage');
  assert.equal(code({ page: 0.5 }), 'area.noPage');
  assert.equal(code({ box: [10, 10, 10, 20] }), 'area.outside');
  assert.equal(code({ box: [300, 0, 400, 50] }), 'area.outside');
  assert.equal(code({ box: [0, 0, Number.NaN, 9] }), 'area.outside');
  assert.equal(code({ reasonCode: 'because' }), 'area.unknownReason');
});

test('a file with a password, a damaged one and one of too many pages are refused with the reason', () => {
  const hex = '00'.repeat(32);
  const trailer = `/Encrypt<</Filter/Standard/V 1/R 2/O<${hex}>/U<${hex}>/P -4>>/ID[<00><00>]`;
  const encrypted = buildPdf({ pages: [{ content: '' }], trailer });
  assert.equal(
    refused(() => redactPdf(engine, encrypted, [])),
    'file.encrypted',
  );
  assert.equal(
    refused(() => readPages(engine, encrypted)),
    'file.encrypted',
  );
  assert.equal(
    refused(() => redactPdf(engine, Buffer.from('%PDF-1.7 no more'), [])),
    'file.damaged',
  );
  assert.equal(
    refused(() => readPages(engine, new Uint8Array(0))),
    'file.damaged',
  );
  const many = buildPdf({
    pages: Array.from({ length: 501 }, () => ({ content: '', width: 10, height: 10 })),
  });
  assert.equal(
    refused(() => redactPdf(engine, many, [])),
    'file.tooLarge',
  );
  assert.equal(
    refused(() => redactPdf(engine, new Uint8Array(65 * 1024 * 1024), [])),
    'file.tooLarge',
  );
});

test('a page packed with characters is refused instead of taking the machine', () => {
  // PDFium takes the same text shown twice in nearly the same place for one, so each line differs.
  const content = Array.from({ length: 120 }, (_, line) =>
    show(String.fromCodePoint(0x4e00 + line).repeat(1000), 0, line * 7, 5),
  ).join('');
  assert.equal(
    refused(() => readPages(engine, buildPdf({ pages: [{ content }] }))),
    'file.hostile',
  );
});

test('ten pages of dense text stay below two megabytes', () => {
  const body = '为了保障公民、法人和其他组织依法获取政府信息，提高政府工作的透明度，建设法治政府，'.repeat(
    17,
  );
  const { bytes } = redactPdf(engine, setPdf(Array(10).fill(body).join('\n#pagebreak()\n')), []);
  assert.equal(readPages(engine, bytes).length, 10);
  assert.ok(bytes.length < 2_000_000, String(bytes.length));
});

test('a page that a browser printed is redacted like any other', { skip: needs('chromium') }, () => {
  const pdf = printPdf(
    `<table border=1><tr><th>姓名<td>王小明<th>身份证号<td>${number}</tr><tr><th>电话<td>13812345678<th>住址<td>云山区人民路12号3单元502室</table>`,
  );
  const { bytes } = redactPdf(engine, pdf, areasOf(pdf));
  const words = ['王小明', number, '13812345678', '人民路12号'];
  assert.deepEqual(checkRedaction(engine, bytes, words), { clean: true, remains: [] });
  assert.deepEqual(
    findPersonalData(readPages(engine, pdf), today)
      .map(({ kind }) => kind)
      .sort(),
    ['address', 'idCard', 'mobile', 'name'],
  );
});

test('another program finds no text in it either', { skip: needs('pdftotext') }, () => {
  const pdf = setPdf(`身份证号码${number}`);
  assert.match(textByPoppler(pdf), new RegExp(number));
  assert.equal(textByPoppler(redactPdf(engine, pdf, areasOf(pdf)).bytes).trim(), '');
});
