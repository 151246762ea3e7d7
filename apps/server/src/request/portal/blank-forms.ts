import { writeFormDocx, writeFormPdf } from '@gongkai/reply-document';
import { paperFonts } from '../letter/letter-file.ts';

/** The blank form for paper, in the formats that people print and fill in. */
export interface BlankFormFile {
  readonly path: string;
  readonly name: string;
  readonly format: 'DOCX' | 'PDF';
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const name = '政府信息公开申请表';
let made: Promise<readonly BlankFormFile[]> | undefined;

const make = async (): Promise<readonly BlankFormFile[]> => [
  {
    path: '/apply/application-form.docx',
    name: `${name}.docx`,
    format: 'DOCX',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: await writeFormDocx(),
  },
  {
    path: '/apply/application-form.pdf',
    name: `${name}.pdf`,
    format: 'PDF',
    mediaType: 'application/pdf',
    bytes: await writeFormPdf(paperFonts()),
  },
];

/** The blank forms; made when first wanted, then kept: they are the same for everybody. */
export const blankForms = (): Promise<readonly BlankFormFile[]> => {
  made ??= make().catch((error) => {
    made = undefined;
    throw error;
  });
  return made;
};
