import { describeComponent } from '../component.ts';
import { agencyCards } from './agency-cards.ts';

export const agencyCardsExamples = describeComponent(
  'agency-cards',
  '机关卡片',
  '并排列出机关。',
  agencyCards,
  {
    部门: {
      agencies: [
        { name: '云山区人民政府办公室', href: '#a', note: '0000-8123456' },
        { name: '云山区卫生健康局', href: '#b', note: '0000-8123457' },
        { name: '云山区住房和城乡建设局（云山区人民防空办公室）', href: '#c' },
      ],
    },
  },
);
