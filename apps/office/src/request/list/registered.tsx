import { intakeChannels, type RegisterRequest } from '@gongkai/contract';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { Facts } from '../../component/page.tsx';
import { sayDate } from '../../component/show-time.ts';
import { UploadFiles } from '../file/upload-files.tsx';
import { channelRules } from './channel-rules.ts';

export interface Registered {
  readonly id: string;
  readonly number: string;
  readonly queryCode: string;
  readonly request: RegisterRequest;
}

/** After registering: the receipt to print and hand over, the scanned pages, and the next one. */
export const RegisteredView = ({
  registered: { id, number, queryCode, request },
  agencyName,
  onNext,
}: {
  readonly registered: Registered;
  readonly agencyName: string;
  readonly onNext: () => void;
}) => {
  const navigate = useNavigate();
  const head = useRef<HTMLHeadingElement>(null);
  const [uploaded, setUploaded] = useState(0);
  useEffect(() => {
    window.scrollTo(0, 0);
    head.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="registered">
      <section className="receipt" aria-label="登记回执">
        <p className="receipt-agency">{agencyName}</p>
        <h2 ref={head} tabIndex={-1}>
          政府信息公开申请登记回执
        </h2>
        <Facts
          facts={[
            ['登记编号', <strong key="number">{number}</strong>],
            [
              '查询码',
              <strong key="code" className="mono">
                {queryCode}
              </strong>,
            ],
            ['申请人', request.applicant.name],
            ['来件渠道', intakeChannels[request.channel]],
            [channelRules[request.channel].date, sayDate(request.on)],
            [
              '申请的内容',
              <span key="content" className="receipt-content">
                {request.content.title ?? request.content.description}
              </span>,
            ],
          ]}
        />
        <p className="second">
          凭登记编号和查询码，可以在政府信息公开网站查询办理情况、补正或者撤回申请。查询码只在这里显示一次，请交给申请人并提醒妥善保管。
        </p>
      </section>
      <div className="form-buttons no-print">
        <Button type="primary" onClick={onNext}>
          登记下一件
        </Button>
        <Button onClick={() => window.print()}>打印回执</Button>
        <Button onClick={() => void navigate(`/requests/${id}`)}>打开案卷</Button>
      </div>
      <div className="no-print registered-files">
        <h2>上传来件扫描件</h2>
        <p className="second">
          申请书、身份证明、信封等。
          {uploaded > 0 ? `已上传 ${uploaded} 份，可以在案卷中查看。` : '也可以以后在案卷中上传。'}
        </p>
        <UploadFiles requestId={id} initialKind="scan" onArrived={() => setUploaded((count) => count + 1)} />
      </div>
    </div>
  );
};
