import type { LetterInput, RequestCase } from '@gongkai/contract';
import { getOutcome, type Outcome, type OutcomeId } from '@gongkai/statute';
import { Alert, Form, Input, Select } from 'antd';
import { OutcomePicker } from './outcome-picker.tsx';
import { WithheldParts } from './withheld-parts.tsx';

/** 条例第三十六条第（四）项: what was searched before it is said that nothing is there. */
const SearchEvidence = ({ found }: { readonly found: RequestCase }) => {
  const searches = found.timeline.filter(({ step }) => step === 'record_search');
  if (searches.length === 0)
    return (
      <Alert
        className="above"
        type="warning"
        title="还没有登记检索"
        description="经检索没有所申请公开信息的，才能告知不存在（条例第三十六条第（四）项）。请先登记检索，再拟定答复。"
      />
    );
  return (
    <div className="evidence">
      <strong>检索证据</strong>
      <ul>
        {searches.map(({ position, on, texts }) => (
          <li key={position}>
            {on}，范围：{String(texts.where ?? '')}；结果：{String(texts.found ?? '')}
          </li>
        ))}
      </ul>
    </div>
  );
};

/** 条例第三十二条: what the third parties said. */
const Opinions = ({ found }: { readonly found: RequestCase }) => {
  const asked = found.consultations.filter(({ party }) => party === 'third_party');
  return (
    <div className="evidence">
      <strong>第三方的意见</strong>
      {asked.length === 0 ? (
        <p>还没有征求第三方的意见；应当先书面征求（条例第三十二条）。</p>
      ) : (
        <ul>
          {asked.map(({ id, label, answerName }) => (
            <li key={id}>
              {label}：{answerName ?? '没有提出意见'}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

/** 重复申请: which application was answered already. */
const EarlierRequest = ({ found }: { readonly found: RequestCase }) => {
  const earlier = found.related.filter(({ sameApplicant, outcomeName }) => sameApplicant && outcomeName);
  return (
    <Form.Item
      name="earlierRequestId"
      label="已经答复的那件申请"
      extra={
        earlier.length === 0
          ? '没有找到同一申请人已经办结的其他申请。'
          : '同一申请人已经答复的相同内容的申请（条例第三十六条第（六）项）。'
      }
      rules={[{ required: true, message: '请选择已经答复的那件申请' }]}
    >
      <Select
        options={earlier.map(({ id, number, submittedOn, outcomeName }) => ({
          value: id,
          label: `${number}，${submittedOn}，${outcomeName}`,
        }))}
      />
    </Form.Item>
  );
};

/** 条例第三十六条第（五）项: who is responsible, as far as it can be told. */
const RightAgency = () => (
  <div className="form-columns">
    <Form.Item name={['rightAgency', 'name']} label="负责公开的机关" extra="能够确定的写明。">
      <Input maxLength={200} autoComplete="off" />
    </Form.Item>
    <Form.Item name={['rightAgency', 'contact']} label="联系方式">
      <Input maxLength={300} autoComplete="off" />
    </Form.Item>
  </div>
);

/** What of the letter is filled from what is written here. */
const replyHints: Readonly<Record<string, string>> = {
  'reply.public_already': '写入答复书：在哪里、怎样获取，网址和栏目、公报期号、查阅场所等。',
  'reply.access_told': '写入答复书：在哪里、怎样获取。',
  'reply.provided':
    '写入答复书：提供的政府信息，每行一项。上传随答复提供的文件的，写文件的名称，不必在这里写。',
  'reply.public_interest': '写入答复书：提供的政府信息，每行一项。',
  'reply.partial': '写入答复书：提供的部分，每行一项。',
};

/**
 * Whether the reply is written in the form: where the system makes no letter, or the letter says what is written
 * here. A refusal's letter is made from its reasons; it would be written twice.
 */
const isReplyWritten = (
  { template }: Outcome,
  letter: LetterInput | null,
  { files }: RequestCase,
): boolean => {
  if (letter === null) return true;
  if (!(template in replyHints)) return false;
  const isTold = template === 'reply.public_already' || template === 'reply.access_told';
  // Files that go along name themselves.
  return isTold || !files.some(({ isProvided, removedOn }) => isProvided && !removedOn);
};

/** 拟定答复: the outcome decides what else the file must hold. */
export const DecisionFields = ({ found }: { readonly found: RequestCase }) => {
  const id = Form.useWatch<OutcomeId | undefined>('outcome');
  const outcome = id && getOutcome(id);
  const letter = Form.useWatch<LetterInput | null | undefined>('letter');
  const needsReply = outcome !== undefined && isReplyWritten(outcome, letter ?? null, found);
  return (
    <>
      <Form.Item name="outcome" label="办理结果" rules={[{ required: true, message: '请选择办理结果' }]}>
        <OutcomePicker />
      </Form.Item>
      {outcome && (
        <>
          {outcome.mustState.length > 0 && (
            <p className="must-state">答复应当写明：{outcome.mustState.join('；')}。</p>
          )}
          {id === 'unavailable_nonexistent' && <SearchEvidence found={found} />}
          {(id === 'refused_third_party' || id === 'disclosed_public_interest') && <Opinions found={found} />}
          {id === 'not_processed_duplicate' && <EarlierRequest found={found} />}
          {id === 'unavailable_not_responsible' && <RightAgency />}
          {needsReply && (
            <Form.Item
              name="reply"
              label="答复的内容"
              rules={[{ required: true, whitespace: true, message: '请填写答复的内容' }]}
              extra={letter && replyHints[outcome.template]}
            >
              <Input.TextArea className="grows tall" maxLength={20_000} />
            </Form.Item>
          )}
          <Form.Item
            name="reasons"
            // 条例第三十二条: why it is disclosed against the third party's will is what the reply must say.
            label={id === 'disclosed_public_interest' ? '公共利益的考量' : '理由'}
            rules={
              outcome.reasonsRequired || id === 'disclosed_public_interest'
                ? [{ required: true, whitespace: true, message: `“${outcome.name}”应当说明理由` }]
                : []
            }
          >
            <Input.TextArea className="grows tall" maxLength={5000} />
          </Form.Item>
          {outcome.group === 'partial' && <WithheldParts found={found} />}
        </>
      )}
    </>
  );
};

/** A draft that came back is taken up where it was. */
export const lastDraft = ({ timeline }: RequestCase): Readonly<Record<string, unknown>> => {
  const draft = timeline.findLast(({ step }) => step === 'draft_decision');
  if (!draft) return {};
  const { outcome, earlierRequestId } = draft.facts;
  const { reply, reasons, withheld, rightAgency } = draft.texts;
  return { outcome, earlierRequestId, reply, reasons, withheld, rightAgency };
};
