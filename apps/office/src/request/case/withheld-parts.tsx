import type { RequestCase } from '@gongkai/contract';
import { citeShort, type ExemptionId, exemptions } from '@gongkai/statute';
import { App, Button, Form, Input, Select } from 'antd';
import { api } from '../../api/api.ts';
import { useAct } from '../../component/use-act.ts';

/** One part that isn't disclosed (条例第三十七条). */
export interface WithheldPart {
  readonly what: string;
  readonly exemption: ExemptionId;
  readonly reason: string;
}

/** A reason for blacking something out is a ground of the regulation, or a kind of personal data. */
const exemptionOf = (code: string): ExemptionId =>
  exemptions.find(({ id }) => id === code)?.id ?? 'personal_privacy';

const textOf = (id: ExemptionId): string => exemptions.find((exemption) => exemption.id === id)?.text ?? '';

/** What was blacked out in one file, a part for each reason. */
const partsOfFile = async (id: string, fileId: string): Promise<readonly WithheldPart[]> => {
  const { file, areas, reasons } = await api.requestRedaction.open.call({ id, fileId });
  return reasons.flatMap(({ code, name }) => {
    const own = areas.filter(({ reasonCode }) => reasonCode === code);
    if (own.length === 0) return [];
    const pages = [...new Set(own.map(({ page }) => page))].toSorted((a, b) => a - b);
    const exemption = exemptionOf(code);
    return [
      {
        what: `《${file.name}》第${pages.join('、')}页的${name}（${own.length}处）`,
        exemption,
        reason: textOf(exemption),
      },
    ];
  });
};

/** The parts withheld, each with its ground; those blacked out in the files are taken over. */
export const WithheldParts = ({ found }: { readonly found: RequestCase }) => {
  const { message } = App.useApp();
  const { act, isBusy } = useAct();
  const originals = [
    ...new Set(
      found.files.flatMap(({ originalId, removedOn }) => (originalId && !removedOn ? [originalId] : [])),
    ),
  ];
  return (
    <Form.List name="withheld">
      {(parts, { add, remove }) => (
        <fieldset className="withheld">
          <legend>不予公开的各处</legend>
          <p className="second">逐处写明内容、依据和理由（条例第三十七条）；其余部分予以公开。</p>
          {originals.length > 0 && (
            <Button
              loading={isBusy}
              onClick={() =>
                void act(async () => {
                  const taken = (
                    await Promise.all(originals.map((fileId) => partsOfFile(found.id, fileId)))
                  ).flat();
                  for (const part of taken) add(part);
                  void message.info(
                    taken.length > 0 ? `已带入 ${taken.length} 处，请核对` : '区分处理的文件里没有遮盖的地方',
                  );
                })
              }
            >
              从区分处理的文件带入
            </Button>
          )}
          {parts.map(({ key, name }, at) => (
            <div key={key} className="withheld-part">
              <div className="withheld-head">
                <strong>第 {at + 1} 处</strong>
                <Button type="link" danger className="in-cell" onClick={() => remove(name)}>
                  删去第 {at + 1} 处
                </Button>
              </div>
              <Form.Item
                name={[name, 'what']}
                label="不予公开的内容"
                rules={[{ required: true, whitespace: true, message: `请填写第 ${at + 1} 处的内容` }]}
              >
                <Input maxLength={500} autoComplete="off" />
              </Form.Item>
              <Form.Item
                name={[name, 'exemption']}
                label="依据"
                rules={[{ required: true, message: `请选择第 ${at + 1} 处的依据` }]}
              >
                <Select
                  options={exemptions.map(({ id, name: label, basis }) => ({
                    value: id,
                    label: `${label}（${citeShort(basis)}）`,
                  }))}
                />
              </Form.Item>
              <Form.Item
                name={[name, 'reason']}
                label="理由"
                rules={[{ required: true, whitespace: true, message: `请填写第 ${at + 1} 处的理由` }]}
              >
                <Input.TextArea className="grows tall" maxLength={1000} />
              </Form.Item>
            </div>
          ))}
          <Button onClick={() => add({})}>增加一处</Button>
        </fieldset>
      )}
    </Form.List>
  );
};
