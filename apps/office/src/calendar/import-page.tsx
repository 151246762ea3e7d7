import type { CalendarPreview, ImportCalendarYear } from '@gongkai/contract';
import { Alert, App, Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../api/api.ts';
import { refreshAll } from '../api/query-client.ts';
import { FileField } from '../component/file-field.tsx';
import { Page, Section } from '../component/page.tsx';
import { saveFile } from '../component/save-file.ts';
import { SheetProblems } from '../component/sheet-problems.tsx';
import { TaskForm } from '../component/task-form.tsx';
import { useAct } from '../component/use-act.ts';
import { YearView } from './year-view.tsx';

interface Values {
  year: number;
  source: string;
  announced: string;
  file: File | undefined;
  text: string;
}

const inputOf = ({ year, source, announced, file, text }: Values): ImportCalendarYear => ({
  year,
  source,
  ...(announced && { announced }),
  ...(file && { file }),
  ...(text?.trim() && { text }),
});

const replaced = {
  nothing: '',
  built_in: '将取代随程序提供的这一年。',
  imported: '将取代此前导入的这一年。',
} as const;

/** Imports a year of the calendar: from the template, or typed line by line as the notice has it. */
export const ImportYearPage = () => {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { act, isBusy } = useAct();
  const [form] = Form.useForm<Values>();
  const [input, setInput] = useState<ImportCalendarYear>();
  const [preview, setPreview] = useState<CalendarPreview>();
  const nextYear = new Date().getFullYear() + 1;
  const importIt = (): Promise<void> =>
    act(async () => {
      if (!input) return;
      const outcome = await api.calendar.import.call(input);
      if (outcome.problemCount > 0) return setPreview(outcome);
      void message.success(`${input.year} 年工作日历已导入，暂定的期限已按新日历重新计算`);
      await refreshAll();
      await navigate(`/calendar?year=${input.year}`);
    });
  return (
    <Page
      title="导入工作日历"
      above={[{ label: '工作日历', to: '/calendar' }]}
      intro="国务院办公厅通常在每年 10 月至 12 月公布下一年的放假安排。先查看识别出的结果，核对无误再导入。"
      actions={
        <Button
          loading={isBusy}
          onClick={() =>
            void act(async () => {
              const year = form.getFieldValue('year') ?? nextYear;
              saveFile(await api.calendar.template.call({ year }), `${year}年工作日历模板.xlsx`);
            })
          }
        >
          下载模板
        </Button>
      }
    >
      <TaskForm<Values>
        form={form}
        submit="查看识别结果"
        initial={{ year: nextYear, source: `国务院办公厅关于${nextYear}年部分节假日安排的通知` }}
        onChange={() => setPreview(undefined)}
        onSubmit={async (values) => {
          const next = inputOf(values);
          setInput(next);
          setPreview(await api.calendar.previewImport.call(next));
        }}
      >
        <div className="form-columns">
          <Form.Item name="year" label="年份" rules={[{ required: true, message: '请填写年份' }]}>
            <InputNumber min={2000} max={2149} precision={0} />
          </Form.Item>
          <Form.Item name="announced" label="通知的日期">
            <Input type="date" />
          </Form.Item>
        </div>
        <Form.Item
          name="source"
          label="依据的通知"
          rules={[{ required: true, whitespace: true, message: '请写明依据的通知' }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <FileField
          name="file"
          label="表格"
          accept=".xlsx,.csv,.txt"
          hint="按模板填写的 XLSX 或 CSV；也可以不用表格，在下面逐行填写。"
          required={false}
        />
        <Form.Item
          name="text"
          label="或者逐行填写"
          extra={`每行：日期，放假或上班，节日名称。如 ${nextYear}-01-01，放假，元旦；连续几天写成 ${nextYear}-10-01至${nextYear}-10-07，放假，国庆节`}
        >
          <Input.TextArea rows={8} maxLength={100_000} className="mono" />
        </Form.Item>
      </TaskForm>
      {preview && preview.problemCount > 0 && (
        <Section title="识别结果">
          <SheetProblems problems={preview.problems} count={preview.problemCount} />
        </Section>
      )}
      {preview?.year && preview.problemCount === 0 && (
        <Section title="识别结果">
          {preview.warnings.length > 0 && (
            <Alert
              type="warning"
              showIcon
              className="above"
              title="请核对"
              description={
                <ul>
                  {preview.warnings.map((warning) => (
                    <li key={warning}>{warning}</li>
                  ))}
                </ul>
              }
            />
          )}
          <p className="hint">
            全年 {preview.year.workingDays} 个工作日，调休上班 {preview.year.worked.length} 天。
            {replaced[preview.replaces]}
          </p>
          <YearView year={preview.year} />
          <div className="form-buttons">
            <Button type="primary" loading={isBusy} onClick={() => void importIt()}>
              导入 {preview.year.year} 年
            </Button>
          </div>
        </Section>
      )}
    </Page>
  );
};
