import { type Column, type ColumnBlock, columnBlocks } from '@gongkai/contract';
import { Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { onlyChanged } from '../component/only-changed.ts';
import { TaskDrawer } from '../component/task-drawer.tsx';

interface Values {
  block: ColumnBlock;
  parentId: string;
  name: string;
  description: string;
  updateDays: number | null;
  sort: number | null;
}

/** Adds a column, or changes one. */
export const ColumnDrawer = ({
  agencyId,
  columns,
  column,
  onClose,
}: {
  readonly agencyId: string;
  readonly columns: readonly Column[];
  readonly column: Column | undefined;
  readonly onClose: () => void;
}) => {
  // As it was when the form was opened, whatever is read anew behind it.
  const [opened] = useState(column);
  const [form] = Form.useForm<Values>();
  const block = Form.useWatch('block', form) ?? 'statutory_content';
  const send = ({ block: chosen, parentId, sort, ...values }: Values, context: { readonly once: string }) => {
    const shared = {
      name: values.name,
      description: values.description ?? '',
      updateDays: values.updateDays ?? null,
      ...(typeof sort === 'number' && { sort }),
    };
    return opened
      ? api.column.change.call({ id: opened.id, ...onlyChanged(opened, shared) }, { context })
      : api.column.create.call(
          { ...shared, agencyId, block: chosen, parentId: parentId || null },
          { context },
        );
  };
  return (
    <TaskDrawer<Values>
      title={column ? '修改栏目' : '新增栏目'}
      submit={column ? '保存修改' : '新增栏目'}
      done={column ? '栏目已修改' : '栏目已新增'}
      form={form}
      initial={
        opened
          ? {
              name: opened.name,
              description: opened.description,
              updateDays: opened.updateDays,
              sort: opened.sort,
            }
          : { block: 'statutory_content', parentId: '' }
      }
      onClose={onClose}
      onSubmit={send}
    >
      {!column && (
        <>
          <Form.Item name="block" label="法定板块" rules={[{ required: true, message: '请选择板块' }]}>
            <Select
              onChange={() => form.setFieldValue('parentId', '')}
              options={Object.entries(columnBlocks).map(([value, label]) => ({ value, label }))}
            />
          </Form.Item>
          <Form.Item name="parentId" label="上级栏目">
            <Select
              options={[
                { value: '', label: '没有，直接在板块下' },
                ...columns
                  .filter((one) => one.block === block && one.closedOn === null)
                  .map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </Form.Item>
        </>
      )}
      <Form.Item
        name="name"
        label="栏目名称"
        rules={[{ required: true, whitespace: true, message: '请填写栏目名称' }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="description" label="说明" extra="公开什么内容，给公众看。">
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
      <div className="form-columns">
        <Form.Item
          name="updateDays"
          label="至少多少天更新一次"
          extra="不填为不要求；超过天数没有更新的会提醒。"
        >
          <InputNumber min={1} max={3650} precision={0} />
        </Form.Item>
        <Form.Item name="sort" label="排列次序" extra="数字小的在前。">
          <InputNumber min={0} max={100000} precision={0} />
        </Form.Item>
      </div>
    </TaskDrawer>
  );
};
