import { sql } from 'kysely';
import type { Db } from '../platform/database/open-database.ts';
import './tables.ts';

/** Something public that a text may be about: a column, or an agency with its guide and its columns. */
export interface PublicMatch {
  readonly kind: 'column' | 'agency';
  readonly id: string;
  readonly name: string;
  readonly agencyName: string;
  readonly description: string;
}

/** Characters of a text that are looked at; more say nothing more. */
const mostCharacters = 1000;

/** In every application and in the name of every agency: they tell nothing. */
const commonWords: ReadonlySet<string> = new Set(
  '政府 信息 公开 申请 有关 关于 人民 工作 情况 相关 本人 我们 所有 以及 通知 文件 内容 我的 希望 需要 请求 获取 提供 年度 机关 单位 部门 目录 指南 制度 其他 办法 规定'.split(
    ' ',
  ),
);

/** Every two letters or figures beside each other in a text, once each, without those that tell nothing. */
export const tokensOf = (text: string): readonly string[] => {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .slice(0, mostCharacters)
    .match(/[\p{L}\p{N}]{2,}/gu);
  const tokens = (words ?? []).flatMap((word) => {
    const characters = [...word];
    return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  });
  return [...new Set(tokens)].filter((token) => !commonWords.has(token) && !/^\d+$/.test(token));
};

/**
 * What is public already and may answer a text, the likeliest first: columns by the two-character tokens that they
 * share with it, and agencies that it names. Of columns of the same name the one of `agencyId` is shown, else the
 * topmost agency's. Nothing where the text is too short to tell.
 *
 * @param limit entries at most, agencies included
 */
export const findPublic = async (
  db: Db,
  text: string,
  limit: number,
  agencyId: string | null = null,
): Promise<readonly PublicMatch[]> => {
  const tokens = tokensOf(text);
  if (tokens.length === 0) return [];
  const wanted = sql`${tokens}::text[]`;
  const { rows: columns } = await sql<PublicMatch>`
    with found as (
      select distinct on (c.name) c.id, c.name, c.description, a.name as agency_name,
        two_character_tokens(c.name) as of_name, two_character_tokens(c.name || ' ' || c.description) as of_all
      from disclosure_column c join agency a on a.id = c.agency_id
      where c.closed_at is null and a.closed_on is null
        and two_character_tokens(c.name || ' ' || c.description) && ${wanted}
      order by c.name, c.agency_id is not distinct from ${agencyId}::uuid desc, a.parent_id nulls first, a.sort, c.id
    ), rated as (
      select *, (select count(*) from unnest(of_name) t where t = any (${wanted})) as in_name,
        (select count(*) from unnest(of_all) t where t = any (${wanted})) as in_all
      from found
    )
    select 'column' as kind, id, name, agency_name as "agencyName", description from rated
    where in_all >= 2 or in_name * 3 >= cardinality(of_name)
    order by in_name * 2 + in_all desc, cardinality(of_name), name
    limit ${limit}`.execute(db);
  const { rows: agencies } = await sql<PublicMatch>`
    select 'agency' as kind, id, name, name as "agencyName", '' as description from agency
    where closed_on is null and (position(name in ${text}) > 0 or position(short_name in ${text}) > 0)
      and id is distinct from ${agencyId}::uuid
    order by length(name) desc limit 2`.execute(db);
  return [...agencies, ...columns].slice(0, limit);
};
