import type { AgencyImport, AgencyImportRow } from '@gongkai/contract';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../api/api.ts';
import { refreshAll } from '../api/query-client.ts';
import { FileField } from '../component/file-field.tsx';
import { ListTable } from '../component/list-table.tsx';
import { Page, Section } from '../component/page.tsx';
import { saveFile } from '../component/save-file.ts';
import { SheetProblems } from '../component/sheet-problems.tsx';
import { Status } from '../component/status.tsx';
import { TaskForm } from '../component/task-form.tsx';
import { useAct } from '../component/use-act.ts';

const outcomes = { created: '新增', changed: '修改' } as const;

const Preview = ({ preview }: { readonly preview: AgencyImport }) => (
  <ListTable<AgencyImportRow>
    label="将要导入的单位"
    rowKey="row"
    rows={preview.rows}
    empty="表中的单位都已经有了，没有变化。"
    columns={[
      { title: '行', dataIndex: 'row', align: 'right' },
      {
        title: '结果',
        key: 'outcome',
        render: (_, { outcome }) => (
          <Status tone={outcome === 'created' ? 'accent' : 'plain'}>{outcomes[outcome]}</Status>
        ),
      },
      { title: '名称', dataIndex: 'name' },
      { title: '上级单位', dataIndex: 'parent' },
      {
        title: '修改',
        key: 'changes',
        render: (_, { changes }) =>
          changes.map(({ field, before, after }) => (
            <div key={field}>
              {field}：{before || '空'} → {after || '空'}
            </div>
          )),
      },
    ]}
  />
);

/** Imports agencies from a spreadsheet: look first, then import; with any problem nothing is imported. */
export const ImportAgenciesPage = () => {
  const navigate = useNavigate();
  const { act, isBusy } = useAct();
  const [file, setFile] = useState<File>();
  const [preview, setPreview] = useState<AgencyImport>();
  const [result, setResult] = useState<AgencyImport>();
  const above = [{ label: '单位', to: '/agencies' }];
  const importIt = (): Promise<void> =>
    act(async () => {
      if (!file) return;
      const outcome = await api.agency.import.call({ file });
      if (outcome.problemCount > 0) return setPreview(outcome);
      setResult(outcome);
      await refreshAll();
    });
  if (result)
    return (
      <Page title="从表格导入单位" above={above}>
        <div className="prose">
          <Alert
            type="success"
            showIcon
            title={`已导入：新增 ${result.created} 个单位，修改 ${result.changed} 个，${result.unchanged} 个没有变化`}
          />
          <p>
            <Button type="primary" onClick={() => void navigate('/agencies')}>
              查看单位
            </Button>
          </p>
        </div>
      </Page>
    );
  return (
    <Page
      title="从表格导入单位"
      above={above}
      intro="按模板填写单位，上传后先看将要新增、修改哪些，再决定导入。名称已有的单位按表中内容修改，表中没有的单位不受影响。"
      actions={
        <Button
          loading={isBusy}
          onClick={() =>
            void act(async () => saveFile(await api.agency.importTemplate.call(), '单位导入模板.xlsx'))
          }
        >
          下载模板
        </Button>
      }
    >
      <TaskForm<{ file: File }>
        submit="查看将要导入的内容"
        onChange={() => setPreview(undefined)}
        onSubmit={async (values) => {
          setFile(values.file);
          setPreview(await api.agency.previewImport.call({ file: values.file }));
        }}
      >
        <FileField name="file" label="表格" accept=".xlsx,.csv" hint="XLSX 或 CSV，不超过 10 MB。" />
      </TaskForm>
      {preview && (
        <Section title="将要导入的内容">
          {preview.problemCount > 0 ? (
            <SheetProblems problems={preview.problems} count={preview.problemCount} />
          ) : (
            <>
              <p className="hint">
                新增 {preview.created} 个单位，修改 {preview.changed} 个，{preview.unchanged} 个没有变化。
              </p>
              <Preview preview={preview} />
              <div className="form-buttons">
                <Button
                  type="primary"
                  loading={isBusy}
                  disabled={preview.rows.length === 0}
                  onClick={() => void importIt()}
                >
                  导入
                </Button>
              </div>
            </>
          )}
        </Section>
      )}
    </Page>
  );
};
