import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { readContext, type StaffActor } from '@/db/context';
import { fromListQuery } from '@/features/articles/list-query';
import { listArticles } from '@/features/articles/queries/desk';
import { openBenchNewsroom } from './lib';
import { tell } from './search';

const articles = Number(process.env.ARTICLES ?? 100_000);
const rounds = Number(process.env.ROUNDS ?? 60);
const targetMs = 100;

/**
 * `npm run bench -- desk`: the desk's list among 100,000 stories, 4,000 of them drafts in every stage, by each filter, in
 * each order, by words of every frequency, and far down; each beside `select 1`. Target: p95 100 ms.
 */
export async function benchDesk(): Promise<void> {
  const newsroom = await openBenchNewsroom({ articles, comments: 0, subscribers: 0 });
  try {
    await makeDesk(newsroom.db);
    await measure(newsroom.db);
  } finally {
    await newsroom.close();
  }
}

async function measure(db: Database): Promise<void> {
  const [staff = { id: 0, name: '' }] = await db.execute<{ id: number; name: string }>(
    sql`select id::int, name from users limit 1`,
  );
  const actor: StaffActor = { ...staff, kind: 'staff', role: 'editor', email: '', sectionIds: [] };
  const ctx = readContext(db, actor);
  const list = (query: string) => listArticles(ctx, fromListQuery(query));
  for (const [kind, queries] of await drawQueries(db)) {
    const many = Array.from({ length: rounds }, (_, n) => queries[n % queries.length] ?? '');
    await tell(`desk: ${kind}`, ctx, many, list, targetMs);
    const [first = ''] = queries;
    const { next } = await list(first);
    if (next) {
      const after = new URLSearchParams({ after: next });
      await tell(
        `desk: ${kind}, next page`,
        ctx,
        many.slice(0, 20),
        (query) => list(`${query}&${after}`),
        targetMs,
      );
    }
  }
}

async function drawQueries(db: Database): Promise<Map<string, string[]>> {
  const ids = async (table: 'sections' | 'tags' | 'authors') =>
    (
      await db.execute<{ id: number }>(sql`select id::int from ${sql.identifier(table)} order by id limit 12`)
    ).map(({ id }) => id);
  const words = async (least: number, most: number) =>
    (
      await db.execute<{ word: string }>(sql`
        select v.word from search_vocabulary v, (select documents as stories from search_vocabulary where word = '') n
        where v.word <> '' and v.documents between ${least}::float8 * stories and ${most}::float8 * stories and length(v.word) > 3
        order by hashtext(v.word) limit ${rounds}`)
    ).map(({ word }) => word);
  const [sections, tags, authors] = [await ids('sections'), await ids('tags'), await ids('authors')];
  const [common, between, rare] = [await words(0.1, 1), await words(0.005, 0.1), await words(0, 0.002)];
  const each = (name: string, values: (string | number)[]) => values.map((value) => `${name}=${value}`);
  return new Map([
    ['everything', ['']],
    [
      'each state',
      each('state', ['draft', 'in_review', 'approved', 'scheduled', 'live', 'withdrawn', 'killed']),
    ],
    ['each order', each('sort', ['oldest', 'created', 'headline', 'due', 'live'])],
    ['a section', each('section', sections)],
    ['a section by headline', sections.map((id) => `section=${id}&sort=headline`)],
    ['a tag', each('tag', tags)],
    ['a byline', each('author', authors)],
    [
      'a tag in a section, longest untouched',
      tags.map((id, n) => `tag=${id}&section=${sections[n]}&sort=oldest`),
    ],
    ['given to me', ['assignee=me', 'assignee=me&state=draft', 'mine=1']],
    ['overdue, due, changed', ['due=overdue', 'due=week', 'changed=day', 'changed=older&state=draft']],
    ['common words', each('text', common)],
    ['a word between', each('text', between)],
    ['a rare word', each('text', rare)],
    ['two words', common.map((word, n) => `text=${word}+${between[n % between.length]}`)],
    ['the beginning of a word', between.map((word) => `text=${word.slice(0, 3)}`)],
    [
      'a word in drafts of a section',
      between.map((word, n) => `text=${word}&state=draft&section=${sections[n % 12]}`),
    ],
    ['a word by headline', between.map((word) => `text=${word}&sort=headline`)],
    ['no such word', ['text=zzqqxx', 'text=zzqqxx&state=live']],
  ]);
}

/** Takes stories of every age back to drafts in every stage, plans some, and gives some to a person with a due date. */
async function makeDesk(db: Database): Promise<void> {
  await db.$client.begin(async (tx) => {
    await tx`set local statement_timeout = 0`;
    await tx`insert into users (name, email, role) values ('Bench', 'bench@paper.example', 'editor')`;
    await tx`
      update articles set live_revision_id = null, live_slug = null, first_live_at = null,
        withdrawn_at = case when id % 700 = 0 then clock() end,
        stage = (array['draft', 'in_review', 'approved']::stage[])[1 + id % 3]
      where id % 25 = 0`;
    await tx`
      update articles set assignee_id = (select id from users limit 1), due_at = clock() + (id % 600 - 300) * interval '1 hour'
      where id % 50 = 0`;
    await tx`
      insert into publications (article_id, revision_id, kind, effective_at)
      select id, head_revision_id, 'publish', clock() + interval '1 day' from articles where live_revision_id is null and id % 500 = 0`;
  });
  await db.execute(sql`vacuum analyze`);
}
