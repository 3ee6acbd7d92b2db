import type { Bulk } from './stock';

/**
 * Comments under stories that are live, in threads up to three deep: seven to a round, of which four hang together. One
 * hundredth goes to the newest story; the rest fall off by a cubic law, so that most stories have none. A few singles are
 * held or spam.
 */
export async function seedComments({ sql, prose }: Bulk, count: number): Promise<void> {
  const bodies = Array.from({ length: 500 }, (_, n) => ({ n, body: prose.paragraph() }));
  const names = Array.from({ length: Math.max(1, Math.ceil(count / 20)) }, (_, n) => ({
    n,
    name: n < 2000 ? prose.name() : null,
  }));
  await sql`create temp table seed_bodies (n int primary key, body text) on commit drop`;
  await sql`insert into seed_bodies select * from jsonb_to_recordset(${JSON.stringify(bodies)}::text::jsonb) r(n int, body text)`;
  await sql`
    create temp table seed_people on commit drop as
    select r.n, coalesce(r.name, 'Reader ' || r.n) as name, nextval(pg_get_serial_sequence('commenters', 'id')) as id
    from jsonb_to_recordset(${JSON.stringify(names)}::text::jsonb) r(n int, name text)`;
  await sql`create unique index on seed_people (n)`;
  await sql`
    insert into commenters (id, email, name, verified_at) overriding system value
    select id, 'commenter' || id || '@readers.example', name, now() from seed_people`;
  await drawThreads(sql, count, names.length);
  await sql`
    insert into comments (id, article_id, parent_id, thread_id, depth, commenter_id, name, body, state, created_at, decided_at)
    overriding system value
    select c.id, c.article_id, p.id, coalesce(t.id, c.id), c.depth, c.commenter_id, c.name, c.body, c.state::comment_state, c.created_at,
      case when c.state <> 'held' then c.created_at end
    from seed_comments c
    left join seed_comments p on c.above > 0 and p.article_id = c.article_id and p.k = c.k - c.above
    left join seed_comments t on c.above > 0 and t.article_id = c.article_id and t.k = c.k - c.k % 7
    order by c.id`;
  await sql`
    update articles a set comment_count = a.comment_count + c.n
    from (select article_id, count(*)::int as n from seed_comments where state = 'approved' group by article_id) c where a.id = c.article_id`;
  await sql`
    update commenters m set approved_count = m.approved_count + c.n
    from (select commenter_id, count(*)::int as n from seed_comments where state = 'approved' group by commenter_id) c where m.id = c.commenter_id`;
}

/**
 * One row a comment with its place `k` under its story. Of each seven the first opens a thread, the next two answer it, then
 * one answers the answer and one that; the last two stand alone. `above` says how many places up the parent is.
 */
async function drawThreads(sql: Bulk['sql'], count: number, people: number): Promise<void> {
  const [live] = await sql<
    { n: number }[]
  >`select count(*)::int as n from articles where live_revision_id is not null and kind <> 'page'`;
  if (!live || live.n === 0) throw new Error('Comments need stories: seed articles first.');
  await sql`
    create temp table seed_hosts on commit drop as
    select row_number() over (order by first_live_at desc, id desc)::int - 1 as n, id, first_live_at
    from articles where live_revision_id is not null and kind <> 'page'`;
  await sql`create unique index on seed_hosts (n)`;
  await sql`
    create temp table seed_comments on commit drop as
    select nextval(pg_get_serial_sequence('comments', 'id')) as id, p.*,
      case p.k % 7 when 1 then 1 when 2 then 1 when 3 then 2 when 4 then 3 else 0 end as depth,
      case p.k % 7 when 1 then 1 when 2 then 2 when 3 then 2 when 4 then 1 else 0 end as above,
      case when p.k % 7 < 5 or pg_temp.draw(p.n, 22) < 0.8 then 'approved' when pg_temp.draw(p.n, 23) < 0.5 then 'held' else 'spam' end as state
    from (
      select c.n, h.id as article_id, row_number() over (partition by h.id order by c.n) - 1 as k,
        m.id as commenter_id, m.name, b.body,
        h.first_live_at + (clock() - h.first_live_at) * ((c.n + 1.0) / (${count} + 1)) as created_at
      from generate_series(0, ${count - 1}) c(n)
      join seed_hosts h on h.n = case when c.n % 100 = 0 then 0 else floor(pg_temp.draw(c.n, 20) ^ 3 * ${live.n})::int end
      join seed_people m on m.n = floor(pg_temp.draw(c.n, 21) * ${people})::int
      join seed_bodies b on b.n = c.n % 500) p
    order by created_at`;
  await sql`create unique index on seed_comments (article_id, k)`;
  await sql`analyze seed_comments`;
}
