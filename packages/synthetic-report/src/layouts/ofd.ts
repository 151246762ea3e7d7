import type { Layout } from './layout.ts';
import { type DrawnPage, type DrawnText, pageHeight, pageWidth, paginate } from './paginate.ts';
import { displayWidth } from './text-columns.ts';
import { zip } from './zip.ts';

/** GB/T 33190-2016 counts in millimetres. */
const mm = (points: number): number => Math.round(points * (25.4 / 72) * 1000) / 1000;

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

interface Shape {
  /** Equal steps as `g n v` instead of one by one (GB/T 33190 11.3). */
  readonly groupDeltas: boolean;
  /** Text at half scale, doubled by the CTM. */
  readonly matrix: boolean;
  /** Page numbers and rulings of the page come from a template page. */
  readonly template: boolean;
  /** Each cell's border is one closed path instead of lines. */
  readonly closeAtBreak: boolean;
}

const round = (n: number): string => String(Math.round(n * 1000) / 1000);

/** The steps from character to character: equal ones together, `g 3 4.2`, or one by one. */
const deltas = (text: string, size: number, grouped: boolean): string => {
  const steps = [...text].slice(0, -1).map((c) => round((displayWidth(c) * size) / 2));
  if (!grouped) return steps.join(' ');
  const out: string[] = [];
  for (let i = 0; i < steps.length; ) {
    let n = 1;
    while (steps[i + n] === steps[i]) n++;
    out.push(n > 2 ? `g ${n} ${steps[i]}` : Array.from({ length: n }, () => steps[i]).join(' '));
    i += n;
  }
  return out.join(' ');
};

const textObject = (id: number, { text, x, y, size }: DrawnText, shape: Shape): string => {
  const scale = shape.matrix ? 2 : 1;
  const height = mm(size);
  const width = (displayWidth(text) * height) / 2;
  const boundary = `${round(mm(x))} ${round(mm(y) - height)} ${round(width)} ${round(height * 1.3)}`;
  const inner = height / scale;
  return `<ofd:TextObject ID="${id}" Boundary="${boundary}" Font="3" Size="${round(inner)}"${scale === 2 ? ' CTM="2 0 0 2 0 0"' : ''}><ofd:TextCode X="0" Y="${round(inner)}"${[...text].length > 1 ? ` DeltaX="${deltas(text, inner, shape.groupDeltas)}"` : ''}>${escapeXml(text)}</ofd:TextCode></ofd:TextObject>`;
};

const content = (page: DrawnPage, firstId: number, shape: Shape, template: boolean): string => {
  let id = firstId;
  const paths = page.lines.map(({ x1, y1, x2, y2 }) => {
    const [w, h] = [mm(x2 - x1), mm(y2 - y1)];
    return `<ofd:PathObject ID="${id++}" Boundary="${round(mm(x1))} ${round(mm(y1))} ${round(Math.max(w, 0.1))} ${round(Math.max(h, 0.1))}" LineWidth="0.18"><ofd:AbbreviatedData>M 0 0 L ${round(w)} ${round(h)}</ofd:AbbreviatedData></ofd:PathObject>`;
  });
  // The last text is the page number; with a template it stands there.
  const texts = (shape.template ? page.texts.slice(0, -1) : page.texts).map((text) =>
    textObject(id++, text, shape),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016">${template ? '<ofd:Template TemplateID="2" ZOrder="Background"/>' : ''}<ofd:Area><ofd:PhysicalBox>0 0 ${mm(pageWidth)} ${mm(pageHeight)}</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer ID="${id++}"><ofd:PageBlock ID="${id++}">${paths.join('')}</ofd:PageBlock>${texts.join('')}</ofd:Layer></ofd:Content></ofd:Page>`;
};

const layout = (name: string, shape: Shape): Layout => ({
  name,
  format: 'ofd',
  extension: 'ofd',
  render: (laid) => {
    const pages = paginate(laid, { closeAtBreak: shape.closeAtBreak, numberPages: true });
    const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
    const ns = 'xmlns:ofd="http://www.ofdspec.org/2016"';
    const footer: DrawnPage = {
      texts: [
        { text: '政府信息公开', x: 250, y: pageHeight - 30, size: 9 },
        { text: '', x: 0, y: 0, size: 9 },
      ],
      lines: [{ x1: 56, y1: 50, x2: 539, y2: 50 }],
    };
    return {
      bytes: zip([
        {
          name: 'OFD.xml',
          data: `${head}<ofd:OFD ${ns} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>00000000000000000000000000000001</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
        },
        {
          name: 'Doc_0/Document.xml',
          data: `${head}<ofd:Document ${ns}><ofd:CommonData><ofd:MaxUnitID>90000</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 ${mm(pageWidth)} ${mm(pageHeight)}</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>${shape.template ? '<ofd:TemplatePage ID="2" BaseLoc="Tpls/Tpl_0/Content.xml"/>' : ''}</ofd:CommonData><ofd:Pages>${pages.map((_, i) => `<ofd:Page ID="${10 + i}" BaseLoc="Pages/Page_${i}/Content.xml"/>`).join('')}</ofd:Pages></ofd:Document>`,
        },
        {
          name: 'Doc_0/PublicRes.xml',
          data: `${head}<ofd:Res ${ns} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="3" FontName="宋体" FamilyName="宋体"/></ofd:Fonts></ofd:Res>`,
        },
        ...(shape.template
          ? [{ name: 'Doc_0/Tpls/Tpl_0/Content.xml', data: content(footer, 80_000, shape, false) }]
          : []),
        ...pages.map((page, i) => ({
          name: `Doc_0/Pages/Page_${i}/Content.xml`,
          data: content(page, 100 + i * 1000, shape, shape.template),
        })),
      ]),
    };
  },
});

export const ofdPlain = layout('ofd.plain', {
  groupDeltas: false,
  matrix: false,
  template: false,
  closeAtBreak: true,
});
export const ofdGrouped = layout('ofd.grouped', {
  groupDeltas: true,
  matrix: false,
  template: true,
  closeAtBreak: true,
});
export const ofdMatrix = layout('ofd.matrix', {
  groupDeltas: true,
  matrix: true,
  template: false,
  closeAtBreak: false,
});
