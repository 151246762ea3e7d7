import type { PlacedCell } from '../layout/draw-table.ts';
import { buildZip } from '../zip/build-zip.ts';
import { millimetre } from './ofd-values.ts';

const declaration = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const mm = (points: number): string => (points / millimetre).toFixed(4);

/** The content of a page's layer: graphic objects as XML. */
export interface DrawnOfd {
  readonly pages: readonly string[];
  readonly template?: string;
  readonly title?: string;
  /** A picture file; ImageObjects show it by the resource ID 4. */
  readonly picture?: Uint8Array;
}

/** Builds an OFD in memory, for tests. */
export const buildOfd = ({ pages, template, title = '', picture }: DrawnOfd): Buffer => {
  const page = (objects: string, extra = ''): string =>
    `<?xml version="1.0" encoding="UTF-8"?><ofd:Page ${declaration}><ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area>${extra}<ofd:Content><ofd:Layer ID="9">${objects}</ofd:Layer></ofd:Content></ofd:Page>`;
  const uses = template === undefined ? '' : '<ofd:Template TemplateID="77" ZOrder="Background"/>';
  return buildZip([
    {
      name: 'OFD.xml',
      data: `<?xml version="1.0" encoding="UTF-8"?><ofd:OFD ${declaration} Version="1.0"><ofd:DocBody><ofd:DocInfo><ofd:Title>${title}</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    },
    {
      name: 'Doc_0/Document.xml',
      data: `<ofd:Document ${declaration}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>${picture === undefined ? '' : '<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>'}${template === undefined ? '' : '<ofd:TemplatePage ID="77" BaseLoc="Tpls/Tpl_0/Content.xml"/>'}</ofd:CommonData><ofd:Pages>${pages.map((_, index) => `<ofd:Page ID="${index + 1}" BaseLoc="/Doc_0/Pages/Page_${index}/Content.xml"/>`).join('')}</ofd:Pages></ofd:Document>`,
    },
    ...pages.map((objects, index) => ({
      name: `Doc_0/Pages/Page_${index}/Content.xml`,
      data: page(objects, uses),
    })),
    ...(picture === undefined
      ? []
      : [
          {
            name: 'Doc_0/DocumentRes.xml',
            data: `<ofd:Res ${declaration} BaseLoc="Res"><ofd:MultiMedias><ofd:MultiMedia ID="4" Type="Image"><ofd:MediaFile>page.jpg</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>`,
          },
          { name: 'Doc_0/Res/page.jpg', data: picture },
        ]),
    ...(template === undefined ? [] : [{ name: 'Doc_0/Tpls/Tpl_0/Content.xml', data: page(template) }]),
  ]);
};

/** A text object; `x` and `y` are the upper left corner in points, every character as wide as `step`. */
export const ofdText = (text: string, x: number, y: number, size = 10, step = size): string => {
  const count = [...text].length;
  const delta = count > 1 ? ` DeltaX="g ${count - 1} ${mm(step)}"` : '';
  return `<ofd:TextObject ID="1" Boundary="${mm(x)} ${mm(y)} ${mm(count * step)} ${mm(size * 1.2)}" Font="3" Size="${mm(size)}"><ofd:TextCode X="0" Y="${mm(size * 0.86)}"${delta}>${text}</ofd:TextCode></ofd:TextObject>`;
};

/** A table, each cell framed for itself. */
export const ofdTable = (cells: readonly PlacedCell[]): string =>
  cells
    .map(({ text, box: [left, top, right, bottom] }) => {
      const [width, height] = [mm(right - left), mm(bottom - top)];
      const frame = `<ofd:PathObject ID="2" Boundary="${mm(left)} ${mm(top)} ${width} ${height}" LineWidth="0.2"><ofd:AbbreviatedData>M 0 0 L ${width} 0 L ${width} ${height} L 0 ${height} C</ofd:AbbreviatedData></ofd:PathObject>`;
      return (
        frame + (text === '' ? '' : ofdText(text, left + 4, top + 4, 10, /^[\d.]+$/.test(text) ? 5 : 10))
      );
    })
    .join('');
