import { describeComponent } from '../component.ts';
import { select } from './select.ts';

export const selectExamples = describeComponent('select', '下拉选择', '从很多项里选一项。', select, {
  选机关: {
    name: 'select-agency',
    label: '向哪个机关申请',
    prompt: '请选择',
    options: [
      { value: '1', label: '云山区人民政府办公室' },
      { value: '2', label: '云山区卫生健康局' },
    ],
    value: '2',
  },
});
