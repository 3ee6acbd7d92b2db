import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../testing';
import { seedBulk } from './bulk';

let at: TestDatabase;
beforeAll(async () => {
  at = await cloneDatabase(inject('templateUrl'));
});
afterAll(() => at.close());

test('O1 seeded stock keeps every invariant the commands keep, twice over', async () => {
  for (let round = 0; round < 2; round++)
    await seedBulk(at.db, { articles: 300, comments: 2000, subscribers: 500, rngSeed: 3 });
  const [found] = await at.db.execute<Record<string, string | number>>(sql`
    select
      (select count(*) from articles where live_revision_id is not null) as live,
      (select count(*) from articles a join revisions r on r.id = a.live_revision_id
        where r.article_id <> a.id or r.id <> a.head_revision_id or a.live_slug <> r.slug or a.live_section_id <> r.section_ids[1]) as crooked,
      (select count(*) from articles a where not exists (select from slugs s where s.slug = a.live_slug and s.article_id = a.id and s.live_at is not null)
        or not exists (select from publications p where p.article_id = a.id and p.revision_id = a.live_revision_id and p.applied_at = a.first_live_at)
        or not exists (select from article_sections f where f.article_id = a.id and f.section_id = a.live_section_id and f.position = 0)
        or not exists (select from bylines f where f.article_id = a.id)) as unfiled,
      (select count(*) from articles a where comment_count <> (select count(*) from comments c where c.article_id = a.id and c.state = 'approved')) as miscounted,
      (select count(*) from comments c left join comments p on p.id = c.parent_id
        where c.depth <> coalesce(p.depth + 1, 0) or c.depth > 3 or c.article_id <> coalesce(p.article_id, c.article_id)
          or c.thread_id <> coalesce(p.thread_id, c.id) or c.created_at < p.created_at or coalesce(p.state, 'approved') <> 'approved') as loose,
      (select count(*) from articles a where not exists (select from search_documents d where d.article_id = a.id and d.live_at = a.first_live_at)) as unfound,
      (select count(*) from search_documents d join search_documents_of(array(select article_id from search_documents)) f on f.article_id = d.article_id
        where f.words <> d.words) as misread,
      (select documents from search_vocabulary where word = '') as counted,
      (select sum(stories) from live_months) as dated,
      (select count(*) from comments) as comments,
      (select count(*) from subscriptions) as subscriptions,
      (select count(*) from sections s left join addresses a on a.section_id = s.id where a.path is distinct from s.slug) as nowhere`);
  expect(found).toEqual({
    live: '600',
    crooked: '0',
    unfiled: '0',
    miscounted: '0',
    unfound: '0',
    misread: '0',
    counted: 600,
    dated: '600',
    loose: '0',
    comments: '4000',
    subscriptions: '1000',
    nowhere: '0',
  });
});
