import { Alert, Button, Drawer } from 'antd';
import { Link } from 'react-router';
import type { api } from '../../api/api.ts';
import { Status } from '../../component/status.tsx';
import { fileAddress } from '../file/file-address.ts';
import { showSize } from '../file/show-size.ts';

export type Made = Awaited<ReturnType<typeof api.requestRedaction.redact.call>>;

const List = ({ lines }: { readonly lines: readonly string[] }) => (
  <ul className="made-lines">
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);

/** What came of the redaction: the new file, what the check found, and the reasons for reply and record. */
export const MadeFile = ({
  requestId,
  made,
  onClose,
}: {
  readonly requestId: string;
  readonly made: Made;
  readonly onClose: () => void;
}) => {
  const { file, reasons, remains, unchecked } = made;
  return (
    <Drawer open title="区分处理后的文件" size={560} onClose={onClose}>
      <p className="made-name">
        <a href={fileAddress(requestId, file.id, true)} target="_blank" rel="noreferrer">
          {file.name}
        </a>{' '}
        <span className="second">{showSize(file.size)}</span>
      </p>
      <p>
        <Status tone="good">核验没有发现残留</Status>
      </p>
      <p className="made-note">
        已核验新文件的文字、原始内容、各数据流和附加信息：遮盖的内容都不在其中，文件里只有各页的图像。
      </p>
      {remains.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title="别处还有同样的文字没有遮盖"
          description={
            <>
              <List lines={remains} />
              <p>
                这份文件还没有定为随答复提供。请回去补上遮盖后重新制作；确实不必遮盖的，在案卷材料中定为“随答复提供”。
              </p>
            </>
          }
        />
      )}
      {unchecked.length > 0 && (
        <Alert type="info" showIcon title="须人工查看" description={<List lines={unchecked} />} />
      )}
      {file.isProvided && <p className="made-note">这份文件已定为随答复提供；原来的文件不再提供。</p>}
      <h3 className="made-head">遮盖的理由</h3>
      <table className="made-reasons" aria-label="遮盖的理由">
        <thead>
          <tr>
            <th scope="col">记号</th>
            <th scope="col">理由</th>
            <th scope="col">处数</th>
            <th scope="col">页</th>
          </tr>
        </thead>
        <tbody>
          {reasons.map(({ code, mark, name, article, areas, pages }) => (
            <tr key={code}>
              <td>{mark}</td>
              <td>
                {name}
                {article && <span className="block">{article}</span>}
              </td>
              <td className="figure">{areas}</td>
              <td>{pages.join('、')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="form-buttons">
        <Link className="ant-btn ant-btn-primary made-back" to={`/requests/${requestId}`}>
          回到案卷
        </Link>
        <Button onClick={onClose}>继续修改遮盖</Button>
      </div>
    </Drawer>
  );
};
