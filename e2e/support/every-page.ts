import type { APIRequestContext } from '@playwright/test';
import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import {
  addCorrection,
  createArticle,
  killArticle,
  publishArticle,
  saveDraft,
} from '@/features/articles/commands';
import { saveDraftInput } from '@/features/articles/input';
import { decideComments } from '@/features/comments/commands';
import { uploadPicture } from '@/features/media/commands';
import { createAuthor, createSection, createSeries, findOrCreateTags } from '@/features/taxonomy/commands';
import { createAuthorInput, createSectionInput, createSeriesInput } from '@/features/taxonomy/input';
import { newsletterPages } from './newsletter-pages';
import { type Newsroom, unique } from './newsroom';
import { test as base, expect } from './test';

export { expect } from './test';

/** `test` of the walks that go over every kind of page; they share the pages, which take a while to make. */
export const test = base.extend<object, { pages: [path: string, status: number][] }>({
  pages: [
    async ({ newsroom, playwright }, use) => {
      const request = await playwright.request.newContext({ baseURL: process.env.E2E_URL });
      const pages = await everyPage(newsroom, request);
      // Every process has heard when the last one shows.
      await expect.poll(async () => (await request.get(pages[1]?.[0] ?? '')).status()).toBe(200);
      await request.dispose();
      await use(pages);
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

const text = (words: string, marks: object[] = []) => ({ type: 'text', text: words, marks });
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });

/** A body with one of every part that a text may have. */
const body = (picture: { id: number }) => ({
  type: 'doc',
  content: [
    paragraph(text('Plain, '), text('strong', [{ type: 'bold' }]), text(' and ', [{ type: 'italic' }])),
    paragraph(text('within', [{ type: 'link', attrs: { href: '/latest' } }])),
    { type: 'heading', attrs: { level: 2 }, content: [text('Comments')] },
    { type: 'heading', attrs: { level: 3 }, content: [text('Comments')] },
    {
      type: 'bulletList',
      content: [{ type: 'listItem', content: [paragraph(text('one')), paragraph(text('two'))] }],
    },
    {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [{ type: 'listItem', content: [paragraph(text('three'))] }],
    },
    { type: 'blockquote', content: [paragraph(text('“quoted” & <b>'))] },
    { type: 'codeBlock', content: [text('if (a < b && c) {}')] },
    { type: 'horizontalRule' },
    { type: 'figure', attrs: { mediaId: picture.id, alt: 'A quay', caption: 'The quay', credit: 'Gazette' } },
  ],
});

/** Browsers say where a form was; without it a form is refused. */
const fromHere = () => ({ origin: process.env.E2E_URL ?? '' });

/** Readers comment by the form: where the answer leads. */
async function submit(request: APIRequestContext, articleId: number, parentId = ''): Promise<string> {
  const form = {
    articleId: String(articleId),
    parentId,
    name: 'Ada',
    email: `ada-${unique()}@reader.example`,
    body: `Well said. ${unique()}`,
  };
  const answer = await request.post('/api/comments', { form, headers: fromHere(), maxRedirects: 0 });
  return answer.headers().location ?? '';
}

async function post(request: APIRequestContext, preview: string): Promise<void> {
  const html = await (await request.get(preview)).text();
  const [, nonce = ''] = /name="nonce" value="([^"]+)"/.exec(html) ?? [];
  await request.post(`/api${preview.replace('/comment/', '/comments/')}`, {
    form: { nonce },
    headers: fromHere(),
    maxRedirects: 0,
  });
}

/** The address of every kind of page that readers see, with the status that it has. */
async function everyPage(
  newsroom: Newsroom,
  request: APIRequestContext,
): Promise<[path: string, status: number][]> {
  const { ctx } = newsroom;
  const above = await newsroom.section();
  const below = await createSection(
    ctx,
    createSectionInput.parse({ name: `Below ${unique()}`, parentId: above.id }),
  );
  const { authorId } = await createAuthor(
    ctx,
    createAuthorInput.parse({ name: `Mira ${unique()}`, bio: 'Writes.' }),
  );
  const [tag] = await findOrCreateTags(ctx, [`Quay ${unique()}`]);
  const bytes = await sharp({ create: { width: 1600, height: 900, channels: 3, background: '#4a6670' } })
    .jpeg()
    .toBuffer();
  const picture = await uploadPicture(ctx, { bytes, filename: 'quay.jpg' });

  const write = async (content: object, kind: 'story' | 'page' = 'story') => {
    const { id, revisionId } = await createArticle(ctx, { kind });
    const draft = saveDraftInput.parse({
      articleId: id,
      baseRevisionId: revisionId,
      body: body(picture),
      ...content,
    });
    const { slug } = await saveDraft(ctx, draft);
    await publishArticle(ctx, { articleId: id });
    return { id, slug };
  };
  const filed = {
    standfirst: 'In one sentence.',
    sectionIds: [below.sectionId, above.id],
    tagIds: [tag?.id ?? 0],
    authorIds: [authorId],
  };
  const { seriesId, slug: series } = await createSeries(
    ctx,
    createSeriesInput.parse({ name: `The quay ${unique()}` }),
  );
  const full = await write({
    ...filed,
    seriesId,
    title: `Everything ${unique()}`,
    leadMediaId: picture.id,
    leadCaption: 'The quay',
  });
  await addCorrection(ctx, { articleId: full.id, text: 'It is tram 4.', passage: 'tram 5' });
  const story = `/${below.slug}/${full.slug}`;
  const foreign = await write({ ...filed, title: `مقال ${unique()}`, lang: 'ar' });
  const about = await write({ title: `About ${unique()}` }, 'page');
  const killed = await newsroom.story();
  await killArticle(ctx, { articleId: killed.id });
  for (let n = 0; n < 21; n++)
    await newsroom.story({ title: `One of many ${n} ${unique()}`, section: above });

  const preview = await submit(request, full.id);
  const posted = await submit(request, full.id);
  await post(request, posted);
  const rows = await newsroom.db.execute<{ id: string }>(
    sql`select id from comments where article_id = ${full.id}`,
  );
  const ids = rows.map(({ id }) => Number(id));
  await decideComments(ctx, { ids, state: 'approved' });
  const letters = await newsletterPages(newsroom, full.id);
  const month = new Date().toISOString().slice(0, 7).replace('-', '/');
  return [
    ['/', 200],
    [story, 200],
    [`/${below.slug}/${foreign.slug}`, 200],
    [`/${about.slug}`, 200],
    [`/${above.slug}`, 200],
    [`/${below.slug}`, 200],
    [`/tag/${tag?.slug}`, 200],
    [`/series/${series}`, 200],
    [`/author/${await slugOfAuthor(newsroom, authorId)}`, 200],
    ['/latest', 200],
    ['/search', 200],
    ['/search?q=many&sort=newest', 200],
    ['/search?q=nothingatall', 200],
    [`/archive/${month}`, 200],
    ['/archive', 200],
    ['/corrections', 200],
    ['/newsletter', 200],
    ['/newsletter/check-your-mail', 200],
    ['/newsletter/welcome', 200],
    ...letters.map((path): [string, number] => [path, 200]),
    ['/newsletter/confirm/none', 404],
    [preview, 200],
    [posted, 200],
    [`/comment/reply/${ids[0]}`, 200],
    ['/nothing-here', 404],
    [killed.path, 410],
    ['/a%00b', 400],
  ];
}

async function slugOfAuthor(newsroom: Newsroom, authorId: number): Promise<string> {
  const [row] = await newsroom.db.execute<{ slug: string }>(
    sql`select slug from authors where id = ${authorId}`,
  );
  return row?.slug ?? '';
}
