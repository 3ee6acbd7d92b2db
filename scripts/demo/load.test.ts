import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { closeQueue } from '@/db/queue';
import { cloneDatabase, type TestDatabase } from '@/db/testing';
import { listSections } from '@/features/taxonomy/queries';
import { threads } from './comments';
import { slugOf } from './find-or-make';
import { loadDemo } from './load';
import { stories } from './stories';

let at: TestDatabase;
beforeAll(async () => {
  at = await cloneDatabase(inject('templateUrl'));
});
afterAll(async () => {
  await closeQueue();
  await at.close();
});

const stock = async () =>
  (
    await at.db.execute<Record<string, string>>(sql`
    select
      (select count(*) from articles where kind = 'story' and live_revision_id is not null) as stories,
      (select count(*) from addresses where kind = 'page') as pages,
      (select count(*) from comments where state = 'approved') as approved,
      (select count(*) from comments where state = 'held') as held,
      (select sum(comment_count) from articles) as counted,
      (select count(*) from media) as pictures,
      (select count(*) from revisions) as revisions,
      (select count(*) from campaigns where cardinality(article_ids) = 4) as issues,
      (select count(*) from articles a join revisions r on r.id = a.live_revision_id where a.kind = 'story'
        and (r.lead_media_id is not null and (r.lead_alt = '' or r.lead_credit = '') or r.standfirst = '' or r.words < 300 or cardinality(r.author_ids) = 0 or r.html like '%![%' or r.html like '%**%')) as unfinished,
      (select count(*) from articles where live_series_id is not null) as parts,
      (select count(*) from corrections) as corrections,
      (select count(*) from slots where page = 'front') as chosen`)
  )[0];

test('O1 the demonstration paper loads whole, by the newsroom’s own commands, and only once', async () => {
  const loaded = await loadDemo(at.system);
  expect(loaded).toMatchObject({ stories: 10, pages: 3, issues: 1 });
  const before = await stock();
  expect(before).toMatchObject({
    stories: '10',
    pages: '3',
    held: '1',
    pictures: '10',
    unfinished: '0',
    issues: '1',
    parts: '3',
    corrections: '2',
    chosen: '5',
  });
  expect(before?.counted).toBe(before?.approved);
  expect(Number(before?.approved) + 1).toBe(loaded.comments);
  expect((await listSections(at.system)).find(({ slug }) => slug === 'city')?.depth).toBe(1);
  expect(Object.keys(threads).filter((slug) => !stories.some(({ title }) => slugOf(title) === slug))).toEqual(
    [],
  );
  const again = await loadDemo(at.system);
  expect(again.sentence).toBe('The demonstration paper is loaded already. Nothing was changed.');
  expect(await stock()).toEqual(before);
}, 120_000);
