import { describeComponent } from '../component.ts';
import { fileField } from './file-field.ts';

export const fileFieldExamples = describeComponent(
  'file-field',
  '上传文件',
  '从电脑或手机选文件。',
  fileField,
  {
    身份证明: {
      name: 'file-identity',
      label: '身份证明',
      hint: '身份证正反面的照片或者扫描件，PDF、JPG 或 PNG，每个不超过 10 MB。',
      accept: '.pdf,.jpg,.jpeg,.png',
      multiple: true,
    },
    太大: {
      name: 'file-letter',
      label: '申请书',
      optional: true,
      error: '文件有 23 MB，超过了 10 MB，请压缩后再选',
    },
  },
);
