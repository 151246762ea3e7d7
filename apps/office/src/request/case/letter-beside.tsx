import type { LetterInput, RequestCase, TakenStep } from '@gongkai/contract';
import { Form, Skeleton } from 'antd';
import { lazy, Suspense } from 'react';

const LetterFields = lazy(async () => ({
  default: (await import('../letter/letter-fields.tsx')).LetterFields,
}));

interface Shown {
  readonly requestId: string;
  readonly taken: { readonly step: string };
}

/** The letter as a field of the step's form. */
const LetterField = ({
  shown,
  value = null,
  onChange = () => {},
}: {
  readonly shown: Shown;
  readonly value?: LetterInput | null;
  readonly onChange?: (value: LetterInput | null) => void;
}) => (
  <Suspense fallback={<Skeleton active={false} title={false} paragraph={{ rows: 12 }} />}>
    <LetterFields {...shown} value={value} onChange={onChange} />
  </Suspense>
);

/** The letter that goes out with a step, as what is typed beside it makes it. */
export const LetterBeside = ({
  found,
  step,
  inputOf,
}: {
  readonly found: RequestCase;
  readonly step: TakenStep;
  readonly inputOf: (values: Record<string, unknown>) => Record<string, unknown>;
}) => {
  const { letter: _, ...values } = Form.useWatch<Record<string, unknown> | undefined>([]) ?? {};
  return (
    <section className="letter-beside" aria-label="随这一步发出的文书">
      <Form.Item name="letter" noStyle>
        <LetterField shown={{ requestId: found.id, taken: { step, ...inputOf(values) } }} />
      </Form.Item>
    </section>
  );
};
