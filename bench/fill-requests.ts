import pg from 'pg';
import { newId } from '../apps/server/src/platform/database/new-id.ts';
import type { Connection } from '../apps/server/src/platform/database/open-database.ts';
import type { Cipher } from '../apps/server/src/platform/secret/cipher.ts';
import { sealTexts, searchRow } from '../apps/server/src/request/index.ts';

const agencies = 200;
/** The large agency's, of which a fifth are open. */
const ofLarge = 50_000;
const openOfLarge = 10_000;
/** Texts that differ, at the large agency and at each other. */
const textsOfLarge = 3_000;
const textsOfOther = 60;

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张'];
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华'];
const places = [...'东西南北中云山河湖清水龙凤金银石桥柳杨新旧大小上下'];
const things = [
  '征地补偿安置方案',
  '旧城改造规划',
  '环境影响评价报告',
  '部门预算明细',
  '道路施工许可',
  '拆迁补偿协议',
  '学校招生名单',
  '供水管网改造批复',
  '食品抽检结果',
  '低保对象公示',
  '公租房分配方案',
  '政府采购合同',
  '土地出让公告',
  '水库除险加固设计',
  '行政处罚决定',
  '信访答复意见',
  '工程竣工验收备案',
  '集体土地征收公告',
];
const asks = [
  '及其批复文件',
  '的全部附件',
  '的会议纪要',
  '的评审意见',
  '的资金使用情况',
  '的公示材料',
  '的测绘成果',
  '的听证记录',
];

/** A small generator, so that every run has the same applications. */
const generator = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

/** An application as people write them: some 150 characters. */
const invent = (random: (below: number) => number) => {
  const of = (words: readonly string[]): string => words[random(words.length)] ?? '';
  const place = `${of(places)}${of(places)}${of(['街道', '镇', '村', '社区', '路', '小区'])}`;
  const thing = of(things);
  return {
    applicant: {
      kind: 'naturalPerson',
      name: `${of(surnames)}${of(given)}${of(given)}`,
      identity: { kind: 'idCard', number: `11010519${10_000_000 + random(89_999_999)}` },
      phone: `139${10_000_000 + random(89_999_999)}`,
      address: `云山区${place}${random(300)}号`,
    },
    content: {
      title: random(3) === 0 ? `${place}${thing}` : null,
      documentNumber: random(5) === 0 ? `云政发〔20${10 + random(16)}〕${random(200)}号` : null,
      description: `申请公开20${10 + random(16)}年${place}${thing}${of(asks)}，包括${of(places)}${of(places)}${of(things)}${of(asks)}、${of(places)}${of(places)}项目的${of(things)}，涉及${place}${random(99)}组${random(200)}户，请以电子形式提供；另请说明${of(things)}${of(asks)}由哪个部门在哪一年作出，经办部门和文号，以便查询。`,
    },
  };
};

const id = (table: string, ms: string): string =>
  `(lpad(to_hex(${ms}), 12, '0') || '7' || substr(md5(${table} || 'a'), 1, 3) || '8' || substr(md5(${table} || 'b'), 1, 15))::uuid`;

/** Texts with their keyed hashes, for rows to be made of inside the database. */
const fillTexts = async (client: pg.Client, cipher: Cipher, ids: readonly string[]): Promise<void> => {
  await client.query(`create unlogged table bench_text (agency integer, text integer, applicant bytea, content bytea,
    identity bytea, phone bytea, matter bytea, tokens integer[], bands integer[], name_index bytea, primary key (agency, text))`);
  const random = generator(44);
  for (const [agency, agencyId] of ids.entries()) {
    const rows = Array.from({ length: agency === 0 ? textsOfLarge : textsOfOther }, (_, text) => {
      const { applicant, content } = invent(random);
      const row = searchRow(
        cipher,
        { agency_id: agencyId, id: agencyId, number: '' },
        applicant.name,
        content,
      );
      return [
        agency,
        text,
        sealTexts(cipher, 'applicant', applicant),
        sealTexts(cipher, 'content', content),
        cipher.index(applicant.identity.number, 'i'),
        cipher.index(applicant.phone, 'p'),
        cipher.index(content.description, 'm'),
        `{${row.tokens.join()}}`,
        `{${row.bands.join()}}`,
        row.name_index,
      ] as const;
    });
    const columns = rows[0]!.map((_, column) => rows.map((row) => row[column]));
    await client.query(
      `insert into bench_text select a, t, ap, c, i, p, m, tk::integer[], b::integer[], n
       from unnest($1::integer[], $2::integer[], $3::bytea[], $4::bytea[], $5::bytea[], $6::bytea[], $7::bytea[], $8::text[], $9::text[], $10::bytea[])
         as x (a, t, ap, c, i, p, m, tk, b, n)`,
      columns as unknown[],
    );
  }
};

/** Applications of one agency, oldest first: over four years, the last ones open, in every state that is open. */
const fillAgency = async (
  client: pg.Client,
  {
    agency,
    agencyId,
    officers,
    count,
    open,
  }: {
    readonly agency: number;
    readonly agencyId: string;
    readonly officers: readonly string[];
    readonly count: number;
    readonly open: number;
  },
): Promise<void> => {
  const texts = agency === 0 ? textsOfLarge : textsOfOther;
  await client.query(
    `create temporary table made as
     select n, n > ${count - open} as is_open, ${id(`(${agency} || '-' || n)`, `1640000000000 + (n::bigint * 130000000000 / ${count})`)} as id,
       date '2022-01-01' + (n * 1500 / ${count})::integer as on_day, (n * 7919) % ${texts} as text
     from generate_series(1, ${count}) n`,
  );
  await client.query(
    `insert into request (agency_id, id, year, serial, number, state, channel, applicant_kind, form, way, applicant, content,
       identity_index, phone_index, matter_index, submitted_on, received_on, due_on, outcome, created_at, waiting, officer_id, drafted_by)
     select $1, made.id, 2026, n, '区政府办依申请〔2026〕' || n || '号',
       case when not is_open then 'archived' else (array['handling','handling','handling','awaiting_correction','in_review','awaiting_approval','approved'])[1 + n % 7] end,
       (array['internet','in_person','signed_post','fax'])[1 + n % 4], (array['naturalPerson','naturalPerson','naturalPerson','business'])[1 + n % 4],
       'electronic', 'electronic', t.applicant, t.content, t.identity, t.phone, t.matter, on_day, on_day,
       case when is_open then case when n % 11 = 0 then null else date '2026-03-01' + (n % 45) end else on_day + 28 end,
       case when is_open then null else 'disclosed_public_already' end, now(),
       case when is_open then (array['officer','third_party','officer','applicant','reviewer','disclosure_head','officer'])[1 + n % 7] end,
       ($2::uuid[])[1 + n % 10], case when is_open and n % 7 > 3 then ($2::uuid[])[1 + n % 10] end
     from made join bench_text t on t.agency = ${agency} and t.text = made.text`,
    [agencyId, officers],
  );
  await client.query(
    `insert into request_search select $1, made.id, t.tokens, t.bands, t.name_index
     from made join bench_text t on t.agency = ${agency} and t.text = made.text`,
    [agencyId],
  );
  await client.query('drop table made');
};

/** Four steps to each; all but the first hold text. */
const fillSteps = async (client: pg.Client, cipher: Cipher): Promise<void> => {
  const sealed = sealTexts(cipher, 'step', {
    where: '档案室、业务系统',
    how: '按名称和年份检索',
    found: '找到有关文件两份，见附件',
  });
  const steps: readonly (readonly [string, string, string])[] = [
    ['submit', `jsonb_build_object('channel', 'in_person')`, 'null'],
    ['record_search', `'{}'::jsonb`, '$1::bytea'],
    [
      'consult',
      `jsonb_build_object('consultationId', r.id, 'party', 'other_organ', 'label', '区水务局')`,
      '$1::bytea',
    ],
    ['close_consultation', `jsonb_build_object('consultationId', r.id)`, '$1::bytea'],
  ];
  for (const [index, [step, facts, text]] of steps.entries())
    await client.query(
      `insert into request_step (agency_id, request_id, position, step, happened_on, at, person_id, facts, sealed)
       select r.agency_id, r.id, ${index + 1}, '${step}', r.submitted_on + ${index}, now(), r.officer_id, ${facts}, ${text} from request r`,
      text === 'null' ? [] : [sealed],
    );
};

export interface Filled {
  readonly agencyId: string;
  readonly officerId: string;
}

/**
 * Fills an empty, migrated database with applications: one agency with 50,000 of which 10,000 are open, the others
 * spread over 199 agencies. Texts are encrypted as they would be and their keyed hashes are real.
 */
export const fillRequests = async (
  connection: Connection,
  cipher: Cipher,
  count: number,
): Promise<Filled> => {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query(`set maintenance_work_mem = '512MB'; set synchronous_commit = off`);
    // Keys of other tables are known to be there; looking each up millions of times is no part of the question. Who
    // isn't the server's master waits for it.
    const { rows: own } = await client.query<{ rolsuper: boolean }>(
      'select rolsuper from pg_roles where rolname = current_user',
    );
    if (own[0]?.rolsuper) await client.query('set session_replication_role = replica');
    const ids = Array.from({ length: agencies }, () => newId());
    const officers = Array.from({ length: 10 }, () => newId());
    await client.query(
      `insert into agency (id, kind, name, short_name, region_code)
       select id, 'department', '单位' || n, '单位' || n, '990101' from unnest($1::uuid[]) with ordinality as x (id, n)`,
      [ids],
    );
    await client.query(
      `insert into person (id, agency_id, username, name, password_hash)
       select id, $2, 'officer' || n, '经办人' || n, '' from unnest($1::uuid[]) with ordinality as x (id, n)`,
      [officers, ids[0]],
    );
    const { rows: gins } = await client.query<{ indexname: string; indexdef: string }>(
      `select indexname, indexdef from pg_indexes where tablename in ('request', 'request_search', 'request_step') and indexname not like '%_pkey'
         and indexname not in (select conname from pg_constraint)`,
    );
    for (const { indexname } of gins) await client.query(`drop index ${indexname}`);
    await fillTexts(client, cipher, ids);
    const ofOther = Math.floor((count - ofLarge) / (agencies - 1));
    for (const [agency, agencyId] of ids.entries())
      await fillAgency(client, {
        agency,
        agencyId,
        officers,
        count: agency === 0 ? ofLarge : ofOther,
        open: agency === 0 ? openOfLarge : Math.floor(ofOther / 20),
      });
    await fillSteps(client, cipher);
    for (const { indexdef } of gins) await client.query(indexdef);
    await client.query('drop table bench_text');
    await client.query('vacuum analyze');
    return { agencyId: ids[0]!, officerId: officers[0]! };
  } finally {
    await client.end();
  }
};
