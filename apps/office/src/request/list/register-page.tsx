import type { RegisterRequest } from '@gongkai/contract';
import { Form } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import { refreshAll } from '../../api/query-client.ts';
import { Page, Section } from '../../component/page.tsx';
import { TaskForm } from '../../component/task-form.tsx';
import { useSession } from '../../session/use-session.ts';
import { todayInBeijing } from '../case/today.ts';
import { EarlierBeside } from './earlier-beside.tsx';
import { ApplicantFields, ArrivalFields, ContentFields } from './register-fields.tsx';
import { earlierQueryOf, type RegisterForm, registrationOf } from './register-form.ts';
import { type Registered, RegisteredView } from './registered.tsx';

const above = [{ label: '申请', to: '/requests' }];

const RegisterView = ({
  agencyId,
  channel,
  onRegistered,
}: {
  readonly agencyId: string;
  /** As the one before: a pile of letters is registered one after the other. */
  readonly channel: RegisterRequest['channel'];
  readonly onRegistered: (registered: Registered) => void;
}) => {
  const [form] = Form.useForm<RegisterForm>();
  const values = Form.useWatch([], form) as Partial<RegisterForm> | undefined;
  const today = todayInBeijing();
  return (
    <div className="register">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a short cut for the button below */}
      <div
        className="register-form"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          form.submit();
        }}
      >
        <TaskForm<RegisterForm>
          form={form}
          wide
          submit="登记申请"
          note="Ctrl+回车也可以登记。登记后得到编号和查询码，不能删除。"
          initial={{
            channel,
            on: today,
            kind: 'naturalPerson',
            identityKind: 'idCard',
            form: 'electronic',
            way: 'electronic',
          }}
          onSubmit={async (given, context) => {
            const request = registrationOf(agencyId, given);
            const receipt = await api.request.register.call(request as never, { context });
            onRegistered({ ...receipt, request });
            await refreshAll();
          }}
        >
          <Section title="怎样来的">
            <ArrivalFields today={today} />
          </Section>
          <Section title="申请人">
            <ApplicantFields today={today} />
          </Section>
          <Section title="申请的内容">
            <ContentFields />
          </Section>
        </TaskForm>
      </div>
      <EarlierBeside asked={earlierQueryOf(agencyId, values ?? {})} />
    </div>
  );
};

/** 登记申请: what came by counter, letter, fax or another agency (条例第二十九条、第三十一条). */
export const RegisterPage = () => {
  const { agency } = useSession();
  const [registered, setRegistered] = useState<Registered>();
  const [channel, setChannel] = useState<RegisterRequest['channel']>('in_person');
  return (
    <Page title={registered ? '已登记' : '登记申请'} above={above}>
      {registered ? (
        <RegisteredView
          registered={registered}
          agencyName={agency.name}
          onNext={() => {
            setChannel(registered.request.channel);
            setRegistered(undefined);
          }}
        />
      ) : (
        <RegisterView agencyId={agency.id} channel={channel} onRegistered={setRegistered} />
      )}
    </Page>
  );
};
