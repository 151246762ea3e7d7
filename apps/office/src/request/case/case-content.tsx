import { provisionForms, provisionWays, type RequestCase } from '@gongkai/contract';
import { Facts } from '../../component/page.tsx';

/** 申请内容, as the applicant wrote it; corrected, what was corrected stands first. */
export const CaseContent = ({ content, timeline, form, way }: RequestCase) => {
  const corrected = timeline.findLast(({ step }) => step === 'receive_correction');
  if (!content) return <p className="second">申请内容已按保存期限销毁，或者不在您的职责范围内。</p>;
  const { title, documentNumber, description } = content;
  const later = corrected?.texts.description;
  return (
    <Facts
      facts={[
        ...(title ? [['信息名称', title] as const] : []),
        ...(documentNumber ? [['文号', documentNumber] as const] : []),
        ...(typeof later === 'string' && later !== description
          ? [
              [
                `补正后（${corrected?.on}）`,
                <p key="later" className="written">
                  {later}
                </p>,
              ] as const,
            ]
          : []),
        [
          '内容描述',
          <p key="description" className="written">
            {description}
          </p>,
        ],
        ['获取信息的方式', `${provisionForms[form]}，${provisionWays[way]}`],
      ]}
    />
  );
};
