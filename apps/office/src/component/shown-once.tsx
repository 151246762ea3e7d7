import { Modal } from 'antd';
import type { ReactNode } from 'react';

/** A secret that is shown this once: closed on purpose only. */
export const ShownOnce = ({
  title,
  secret,
  advice,
  onClose,
}: {
  readonly title: string;
  readonly secret: string;
  readonly advice: ReactNode;
  readonly onClose: () => void;
}) => (
  <Modal
    open
    title={title}
    closable={false}
    keyboard={false}
    mask={{ closable: false }}
    okText="我已记下"
    onOk={onClose}
    cancelButtonProps={{ style: { display: 'none' } }}
  >
    <div className="prose">
      <p>
        <code className="once">{secret}</code>
      </p>
      <p>{advice}</p>
    </div>
  </Modal>
);
