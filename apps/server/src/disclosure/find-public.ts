import { sql } from 'kysely';
import type { Db } from '../platform/database/open-database.ts';
import { withOfficialWords } from './everyday-words.ts';
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

/** Every two characters that stand beside each other in a word. */
const pairsOf = (word: string): readonly string[] => {
  const characters = [...word];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
};

/** In every application and in the name of every agency: they tell nothing. */
const commonWords: ReadonlySet<string> = new Set(
  '政府信息公开申请 申请公开政府信息 政府信息公开指南 政府信息公开目录 政府信息公开制度 有关 关于 人民政府 工作 情况 相关 本人 我们 我要 我想要 想要 所有 以及 通知 文件 内容 我的 希望 需要 请求 获取 提供 年度 机关 单位 部门 其他 办法 规定 使用情况 实施情况 项目 目录 材料 标准 依据 条件 程序 结果 措施 名单 管理 服务 办理 事项'
    .split(' ')
    .flatMap(pairsOf),
);

/** Words of grammar: what stands at their two sides is not one word. */
const joints = /[的了和与及或在是被把对等]/u;

/** Every two letters or figures beside each other in a text, once each, without those that tell nothing. */
export const tokensOf = (text: string): readonly string[] => {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .slice(0, mostCharacters)
    .match(/[\p{L}\p{N}]{2,}/gu);
  const tokens = (words ?? []).flatMap((word) => word.split(joints)).flatMap(pairsOf);
  return [...new Set(tokens)].filter((token) => !commonWords.has(token) && !/^\d+$/.test(token));
};

/** Tokens that are looked up; more say nothing more. */
const mostTokens = 60;
/** Names that are weighed more closely. */
const mostNames = 30;

/** How well a column fits: what its name shares counts twice, and a short name that is hit whole comes first. */
const scoreOf = (tokens: ReadonlySet<string>, name: string, hits: number): number => {
  const ofName = tokensOf(name);
  const inName = ofName.filter((token) => tokens.has(token)).length;
  return hits < 2 && inName * 5 < ofName.length ? 0 : hits + inName + inName / Math.max(1, ofName.length);
};

/**
 * Names of open columns by how many of the tokens they, or their descriptions, hold. Agencies keep columns of the same
 * standard names, so each wording is looked through once.
 */
const namesHit = async (db: Db, tokens: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ readonly name: string; readonly hits: number }>`
    with wording as materialized (
        select name, lower(name || ' ' || description) as words from disclosure_column
        where closed_at is null group by name, description
      ), counted as (
        select name, (select count(*) from unnest(${tokens}::text[]) t where position(t in words) > 0) as hits
        from wording
      )
    select name, max(hits) as hits from counted where hits > 0
    group by name order by max(hits) desc, name limit ${mostNames}`.execute(db);
  return new Map(rows.map(({ name, hits }) => [name, Number(hits)]));
};

const columnsOf = async (
  db: Db,
  names: readonly string[],
  agencyId: string | null,
): Promise<readonly PublicMatch[]> => {
  const { rows } = await sql<PublicMatch>`
    select distinct on (c.name) 'column' as kind, c.id, c.name, a.name as "agencyName", c.description
    from disclosure_column c join agency a on a.id = c.agency_id
    where c.closed_at is null and a.closed_on is null and c.name = any (${names}::text[])
    order by c.name, c.agency_id is not distinct from ${agencyId}::uuid desc, a.parent_id nulls first, a.sort, c.id`.execute(
    db,
  );
  return rows;
};

/**
 * What is public already and may answer a text, the likeliest first: agencies that it names, and columns by the
 * two-character tokens that they share with it. Of columns of the same name the one of `agencyId` is shown, else the
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
  const tokens = tokensOf(withOfficialWords(text)).slice(0, mostTokens);
  if (tokens.length === 0) return [];
  const wanted = new Set(tokens);
  const scores = new Map(
    [...(await namesHit(db, tokens))]
      .map(([name, hits]) => [name, scoreOf(wanted, name, hits)] as const)
      .filter(([, score]) => score > 0)
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, limit),
  );
  const columns = scores.size === 0 ? [] : await columnsOf(db, [...scores.keys()], agencyId);
  const { rows: agencies } = await sql<PublicMatch>`
    select 'agency' as kind, id, name, name as "agencyName", '' as description from agency
    where closed_on is null and (position(name in ${text}) > 0 or position(short_name in ${text}) > 0)
      and id is distinct from ${agencyId}::uuid
    order by length(name) desc limit 2`.execute(db);
  return [
    ...agencies,
    ...columns.toSorted((a, b) => (scores.get(b.name) ?? 0) - (scores.get(a.name) ?? 0)),
  ].slice(0, limit);
};
