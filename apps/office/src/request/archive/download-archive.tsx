import { type ArchiveFormat, archivePath } from '@gongkai/contract';
import { App, Button } from 'antd';

const offered: readonly (readonly [format: ArchiveFormat, label: string])[] = [
  ['archive.zip', '下载案卷包'],
  ['archive.pdf', '下载合订本 PDF'],
  ['evidence.zip', '下载举证材料包'],
];

/**
 * The file of a case to be taken along. It may be of any size, so it goes from the server to the disk without passing
 * through the page.
 */
export const DownloadArchive = ({
  requestId,
  isOpen = false,
}: {
  readonly requestId: string;
  /** The case isn't over: there is nothing to archive yet, but a complaint that nothing is done must be answered. */
  readonly isOpen?: boolean;
}) => {
  const { message } = App.useApp();
  const download = (format: ArchiveFormat): void => {
    const link = document.createElement('a');
    link.href = `/api${archivePath(requestId, format)}`;
    link.download = '';
    link.click();
    void message.info('正在整理案卷，下载随后开始；材料多的需要几十秒。', 5);
  };
  return (
    <div className="archive-downloads">
      <div className="archive-buttons">
        {(isOpen ? offered.slice(-1) : offered).map(([format, label], index) => (
          <Button
            key={format}
            type={index === 0 && !isOpen ? 'primary' : 'default'}
            onClick={() => download(format)}
          >
            {label}
          </Button>
        ))}
      </div>
      <p className="second">
        {isOpen
          ? '申请人以不履行答复职责申请行政复议、提起行政诉讼的，在这里下载：到现在为止的办理过程、材料和文书，'
          : '案卷包是全部文件和目录；举证材料包供行政复议、行政诉讼提交，'}
        附证据目录和法律依据清单，不收没有提供给申请人的信息原件。文件中有申请人的完整信息，每次导出都记入审计日志。
      </p>
    </div>
  );
};
