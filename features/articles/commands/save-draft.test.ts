import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { articles, mediaUses, revisions, slugs } from '@/db/schema';
import { isRefusal } from '@/lib/errors';
import { saveDraftInput } from '../input';
import { openTestNewsroom, paragraph, refusal, save, story, write } from '../testing';
import { createArticle, nameRevision, publishArticle, restoreRevision, withdrawArticle } from './index';

const { at, room } = await openTestNewsroom();

const countRevisions = async (articleId: number) =>
  (await at.db.select({ id: revisions.id }).from(revisions).where(eq(revisions.articleId, articleId))).length;
const head = async (articleId: number) => {
  const [row] = await at.db
    .select({ revision: revisions })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
    .where(eq(articles.id, articleId));
  if (!row) throw new Error('no head');
  return row.revision;
};

describe('D4 compare-and-set', () => {
  test('D4 of 50 saves at once over one text exactly one wins and every loser is given the winner’s', async () => {
    const { id, revisionId } = await createArticle(room.as.editor, {});
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        save(
          room.as.editor,
          { articleId: id, baseRevisionId: revisionId },
          { title: `Version ${n}`, body: story(`Text ${n}`) },
        ).then(
          (saved) => ({ saved, refused: undefined }),
          (error: unknown) => ({ saved: undefined, refused: error }),
        ),
      ),
    );
    const winners = outcomes.flatMap(({ saved }) => saved ?? []);
    expect(winners).toHaveLength(1);
    const kept = await head(id);
    expect(kept.id).toBe(winners[0]?.revisionId);
    for (const { refused } of outcomes.filter((outcome) => !outcome.saved)) {
      if (!isRefusal(refused)) throw refused;
      expect(refused.code).toBe('conflict');
      expect(refused.detail?.theirs).toMatchObject({
        title: kept.title,
        body: kept.body,
        revisionId: kept.id,
      });
    }
    expect(await countRevisions(id)).toBe(2);
  });

  test('D4 a save of what is there makes nothing new, even over an old base: a repeated request does no harm', async () => {
    const { id, revisionId } = await createArticle(room.as.editor, {});
    const first = await save(room.as.editor, { articleId: id, baseRevisionId: revisionId });
    const again = await save(room.as.editor, { articleId: id, baseRevisionId: revisionId });
    expect(again.revisionId).toBe(first.revisionId);
    expect(await countRevisions(id)).toBe(2);
  });

  test('D9 every save is a revision on its base, rendered and counted when saved', async () => {
    const { id, revisionId } = await write(room.as.author, { body: story('Three plain words.'), lang: 'en' });
    const saved = await save(
      room.as.author,
      { articleId: id, baseRevisionId: revisionId },
      { body: story('Three plain words.', 'Two more.') },
    );
    expect(await head(id)).toMatchObject({
      id: saved.revisionId,
      baseRevisionId: revisionId,
      html: '<p>Three plain words.</p>\n<p>Two more.</p>',
      plainText: 'Three plain words.\n\nTwo more.',
      words: 5,
      createdBy: room.as.author.actor.kind === 'staff' ? room.as.author.actor.id : 0,
    });
  });

  test('D9 revisions are append-only in the database itself', async () => {
    const { revisionId } = await write(room.as.author);
    await expect(
      at.db.update(revisions).set({ title: 'Forged' }).where(eq(revisions.id, revisionId)),
    ).rejects.toThrow();
  });
});

describe('D9 bringing back', () => {
  test('D9 an older revision comes back as a new one; another article’s never does', async () => {
    const first = await write(room.as.editor, {
      title: 'First',
      body: story('The first text.'),
      sectionIds: [room.news],
    });
    const second = await save(
      room.as.editor,
      { articleId: first.id, baseRevisionId: first.revisionId },
      { title: 'Second' },
    );
    const back = await restoreRevision(room.as.editor, {
      articleId: first.id,
      baseRevisionId: second.revisionId,
      revisionId: first.revisionId,
    });
    expect(back.revisionId).toBeGreaterThan(second.revisionId);
    expect(await head(first.id)).toMatchObject({
      title: 'First',
      plainText: 'The first text.',
      sectionIds: [room.news],
      slug: second.slug,
    });
    expect(await countRevisions(first.id)).toBe(4);

    const other = await write(room.as.editor);
    const on = { articleId: first.id, baseRevisionId: back.revisionId, revisionId: other.revisionId };
    expect((await refusal(restoreRevision(room.as.editor, on))).code).toBe('not-found');
    expect((await refusal(nameRevision(room.as.editor, { ...on, milestone: 'x' }))).code).toBe('not-found');
    expect((await refusal(publishArticle(room.as.editor, on))).code).toBe('not-found');
    expect(
      (
        await refusal(
          restoreRevision(room.as.editor, {
            ...on,
            baseRevisionId: first.revisionId,
            revisionId: first.revisionId,
          }),
        )
      ).code,
    ).toBe('conflict');
  });

  test('D9 a revision can be named and the name taken off', async () => {
    const { id, revisionId } = await write(room.as.editor);
    await nameRevision(room.as.editor, { articleId: id, revisionId, milestone: 'To the lawyer' });
    expect((await head(id)).milestone).toBe('To the lawyer');
    await nameRevision(room.as.editor, { articleId: id, revisionId, milestone: '' });
    expect((await head(id)).milestone).toBeNull();
  });
});

describe('what is saved', () => {
  test('D16 the file and size of a picture come from the library, whatever is sent', async () => {
    const forged = {
      mediaId: room.picture.id,
      hash: 'evilevilevil',
      width: 9,
      height: 9,
      alt: 'Alt',
      caption: 'C (Image Credit: X)',
      credit: '',
    };
    const { id } = await write(room.as.author, {
      body: { type: 'doc', content: [{ type: 'blockquote', content: [{ type: 'figure', attrs: forged }] }] },
    });
    const saved = await head(id);
    expect(saved.body.content?.[0]?.content?.[0]?.attrs).toEqual({
      mediaId: room.picture.id,
      hash: room.picture.hash,
      width: 1600,
      height: 900,
      alt: 'Alt',
      caption: 'C',
      credit: 'X',
    });
    expect(saved.html).toContain(`/media/${room.picture.hash}/`);
  });

  test('R4 a credit at the end of the lead’s caption is split off', async () => {
    const { id } = await write(room.as.author, {
      leadMediaId: room.picture.id,
      leadCaption: 'At sea (Photo: A. Ruiz)',
    });
    expect(await head(id)).toMatchObject({ leadCaption: 'At sea', leadCredit: 'A. Ruiz' });
  });

  test('D4 a picture that is not in the library does not stop the save, but cannot be published', async () => {
    const body = {
      type: 'doc' as const,
      content: [
        paragraph('Words'),
        { type: 'figure', attrs: { mediaId: 99_999, hash: 'evilevilevil', width: 9, height: 9 } },
      ],
    };
    const { id } = await write(room.as.author, { body, sectionIds: [room.news] });
    const saved = await head(id);
    expect(saved.html).toBe('<p>Words</p>\n');
    expect((await refusal(publishArticle(room.as.author, { articleId: id }))).fields).toHaveProperty('body');
  });

  test('D15 sections, tags, authors and a lead that do not exist are refused with their field; nothing is kept', async () => {
    const { id, revisionId } = await createArticle(room.as.editor, {});
    const refused = await refusal(
      save(
        room.as.editor,
        { articleId: id, baseRevisionId: revisionId },
        { sectionIds: [room.news, 9999], tagIds: [9999], authorIds: [9999] },
      ),
    );
    expect(Object.keys(refused.fields)).toEqual(['sectionIds', 'tagIds', 'authorIds']);
    const lead = await refusal(
      save(room.as.editor, { articleId: id, baseRevisionId: revisionId }, { leadMediaId: 9999 }),
    );
    expect(lead.fields).toHaveProperty('leadMediaId');
    expect(await countRevisions(id)).toBe(1);
    expect(await at.db.select().from(slugs).where(eq(slugs.articleId, id))).toEqual([]);
  });

  test('D16 where a picture is used follows the newest, the live and the planned text', async () => {
    const uses = async (articleId: number) =>
      (await at.db.select().from(mediaUses).where(eq(mediaUses.articleId, articleId))).length;
    const { id, revisionId } = await write(room.as.editor, {
      leadMediaId: room.picture.id,
      sectionIds: [room.news],
    });
    expect(await uses(id)).toBe(1);
    await publishArticle(room.as.editor, { articleId: id });
    const bare = await save(
      room.as.editor,
      { articleId: id, baseRevisionId: revisionId },
      { sectionIds: [room.news], title: 'Bare' },
    );
    expect(await uses(id)).toBe(1);
    await withdrawArticle(room.as.editor, { articleId: id });
    await save(room.as.editor, { articleId: id, baseRevisionId: bare.revisionId }, { title: 'Barer' });
    expect(await uses(id)).toBe(0);
  });
});

test('D4 the shape refuses what is no draft with a sentence a field, never an error of ours', () => {
  const good = { articleId: 1, baseRevisionId: 1, title: 'x', body: story('x') };
  const wrong: [string, unknown][] = [
    ['articleId', [1]],
    ['articleId', '1e3'],
    ['articleId', -1],
    ['articleId', 2 ** 60],
    ['articleId', null],
    ['title', ['x']],
    ['title', 'x'.repeat(2000)],
    ['slug', 'No Slug!'],
    ['slug', '../x'],
    ['slug', 'x'.repeat(200)],
    ['lang', 'not a tag'],
    ['body', '{'],
    ['body', 'null'],
    ['body', undefined],
    ['sectionIds', Array.from({ length: 10_000 }, (_, n) => n + 1)],
    ['sectionIds', 'x'],
    ['sectionIds', [['1']]],
    ['tagIds', { 0: 1 }],
    ['leadMediaId', 'x'],
  ];
  for (const [field, value] of wrong) {
    const parsed = saveDraftInput.safeParse({ ...good, [field]: value });
    expect(parsed.success, `${field} ${JSON.stringify(value)?.slice(0, 40)}`).toBe(false);
    expect(parsed.error?.issues[0]?.message).toMatch(/\w+/);
  }
  const odd = saveDraftInput.parse({
    ...good,
    articleId: '7',
    title: ' a\0b\r\nc\ud800 ',
    body: JSON.stringify(good.body),
    sectionIds: '3',
    tagIds: ['5', 5],
    lang: 'EN-gb',
    leadMediaId: '',
  });
  expect(odd).toMatchObject({
    articleId: 7,
    title: 'ab c\ufffd',
    sectionIds: [3],
    tagIds: [5],
    authorIds: [],
    lang: 'en-GB',
    leadMediaId: null,
  });
});

test('D4 what readers of the database see of a save is all or nothing', async () => {
  const { id, revisionId } = await createArticle(room.as.editor, {});
  await refusal(
    save(
      room.as.editor,
      { articleId: id, baseRevisionId: revisionId },
      { title: 'Lost', slug: 'lost-slug', authorIds: [9999] },
    ),
  );
  const [counted] = await at.db.execute<{ n: string }>(
    sql`select count(*) as n from slugs where slug = 'lost-slug'`,
  );
  expect(counted?.n).toBe('0');
});
