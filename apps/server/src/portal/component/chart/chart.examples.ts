import { describeComponent } from '../component.ts';
import { chart } from './chart.ts';

export const chartExamples = describeComponent('chart', '图', '图和它的表在一起，数字相同。', chart, {
  比较机关: {
    id: 'chart-a',
    title: '2025 年新收申请',
    kind: 'bar',
    unit: '件',
    categoryName: '机关',
    categories: ['云山区自然资源局', '云山区住房和城乡建设局', '白石镇人民政府'],
    series: [{ name: '新收', values: [1204, 318, null] }],
  },
  历年: {
    id: 'chart-b',
    title: '历年申请和答复',
    kind: 'line',
    unit: '件',
    categoryName: '年度',
    categories: ['2021', '2022', '2023', '2024', '2025'],
    series: [
      { name: '新收', values: [210, 260, null, 402, 380] },
      { name: '予以公开', values: [120, 131, null, 190, 205] },
      { name: '不予公开', values: [30, 42, null, 60, 44] },
    ],
  },
});
