import { Button } from 'antd';
import { useId } from 'react';
import { FileInput } from '../component/file-input.tsx';
import { Page } from '../component/page.tsx';

/**
 * 年报体检 in the office's frame: the same service as on the portal, handed the files by a form of this page. What is
 * found opens beside the office, so that one's work stays where it is.
 */
export const CheckPage = () => {
  const id = useId();
  return (
    <Page
      title="年报体检"
      intro="检查政府信息公开工作年度报告：表内、表间勾稽关系，与往年的衔接，文字与表格是否一致，格式是否规范。"
    >
      <form
        className="task-form"
        method="post"
        action="/check"
        encType="multipart/form-data"
        target="_blank"
        rel="noopener"
      >
        <div className="file-row">
          <label htmlFor={id}>年度报告</label>
          <FileInput
            id={id}
            name="files"
            multiple
            required
            accept=".html,.htm,.mhtml,.docx,.doc,.wps,.rtf,.pdf,.ofd,.xlsx,.xls,.md,.txt,.zip,.json"
            aria-describedby={`${id}-hint`}
          />
          <p id={`${id}-hint`} className="second">
            网页、Word、PDF、OFD、Excel 等格式都可以，一次可选多份、多个年度或一个压缩包。
          </p>
        </div>
        <div className="form-buttons">
          <Button type="primary" htmlType="submit">
            开始体检
          </Button>
          <span className="form-note">结果在新窗口中打开，保留一小时，不写入磁盘。</span>
        </div>
      </form>
      <p className="section">
        <a href="/check/rules">检查哪些规则</a>　<a href="/check">公众使用的年报体检页面</a>
      </p>
    </Page>
  );
};
