import { Refusal } from '../../platform/refusal.ts';

const office = 'application/vnd.openxmlformats-officedocument';
const open = 'application/vnd.oasis.opendocument';

/**
 * What a case takes, by what the bytes are, and the endings that fit. Nothing in here runs when it is opened; web
 * pages, drawings with scripts and programs have no row.
 */
const endings: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'application/ofd': ['ofd'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/gif': ['gif'],
  'image/bmp': ['bmp'],
  'image/webp': ['webp'],
  'image/tiff': ['tif', 'tiff'],
  'image/heic': ['heic', 'heif'],
  'image/heif': ['heif', 'heic'],
  'application/msword': ['doc', 'wps', 'dot', 'wpt'],
  'application/vnd.ms-excel': ['xls', 'et', 'xlt', 'ett'],
  'application/vnd.ms-powerpoint': ['ppt', 'dps', 'pps', 'dpt'],
  // The container of the old formats, where its directory lies far behind; installers are such containers, too.
  'application/x-cfb': ['doc', 'wps', 'xls', 'et', 'ppt', 'dps', 'msg'],
  [`${office}.wordprocessingml.document`]: ['docx'],
  [`${office}.spreadsheetml.sheet`]: ['xlsx'],
  [`${office}.presentationml.presentation`]: ['pptx'],
  [`${open}.text`]: ['odt'],
  [`${open}.spreadsheet`]: ['ods'],
  [`${open}.presentation`]: ['odp'],
  'application/rtf': ['rtf', 'doc'],
  'text/plain': ['txt', 'csv', 'eml', 'md', 'log'],
  'text/rtf': ['rtf', 'doc'],
  'message/rfc822': ['eml'],
  'application/zip': ['zip'],
};

const refused = (detail: string): Refusal =>
  new Refusal(
    'invalid',
    'FILE_TYPE_REFUSED',
    `${detail}，没有保存。案卷收 PDF、图片、OFD、Office 和 WPS 文档、文本、邮件和 ZIP，请换成其中一种后再上传。`,
    'file',
  );

const endingOf = (name: string): string => /\.([^.]{1,8})$/u.exec(name)?.[1]?.toLowerCase() ?? '';

/**
 * The name under which a file is kept: its ending fits what its bytes are, so that nobody who opens it starts something
 * else. Throws `Refusal` FILE_TYPE_REFUSED where the case takes no such file.
 *
 * @param mediaType as sniffed
 */
export const fittingName = (name: string, mediaType: string): string => {
  const fitting = endings[mediaType];
  if (fitting === undefined) throw refused(`“${name}”不是案卷收的格式（按文件内容判断）`);
  const ending = endingOf(name);
  if (fitting.includes(ending)) return name;
  if (mediaType === 'application/x-cfb') throw refused(`“${name}”的内容与它的扩展名不符`);
  return `${name}.${fitting[0]}`;
};
