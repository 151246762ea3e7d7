import { replyTemplates } from '@gongkai/statute';
import { getSlot } from '../slot/slots.ts';
import type { Piece, Template, TemplateParagraph } from './template.ts';

/** The text that people edit. `parseTemplate` reads it back to the same template. */
export const printTemplate = ({ kind, title, from, paragraphs }: Template): string =>
  [
    `文书：${nameOfKind(kind)}`,
    `标题：${title}`,
    `施行：${from}`,
    '',
    ...paragraphs.map(printParagraph),
    '',
  ].join('\n');

export const nameOfKind = (kind: Template['kind']): string =>
  replyTemplates.find(({ id }) => id === kind)!.name;

const printPiece = (piece: Piece): string =>
  'words' in piece ? piece.words : `{${getSlot(piece.slot).label}}`;

export const printParagraph = ({ when, pieces }: TemplateParagraph): string => {
  const condition = when === null ? '' : `【${when.given ? '有' : '无'} ${getSlot(when.slot).label}】`;
  return condition + pieces.map(printPiece).join('');
};
