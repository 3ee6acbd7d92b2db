import { sql } from 'drizzle-orm';
import { expect, test } from './support/test';
import { Writing } from './support/writing';

test('D3 a story that a newer version wrote opens to be read, says why it cannot be changed, and stays as it is', async ({
  signedIn,
  newsroom,
}) => {
  const { page, person } = await signedIn('editor');
  const { id } = await newsroom.story({ publish: false });
  const body = {
    type: 'doc',
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: 'What one can read.' }] },
      { type: 'hologram', attrs: { depth: 3 }, content: [{ type: 'paragraph' }] },
    ],
  };
  await newsroom.db.execute(sql`
    with newer as (
      insert into revisions (article_id, base_revision_id, title, slug, body, body_version, html, plain_text, words, section_ids)
      select article_id, id, 'Written elsewhere', slug, ${JSON.stringify(body)}::jsonb, 99, '', '', 4, section_ids
      from revisions where id = (select head_revision_id from articles where id = ${id})
      returning id)
    update articles set head_revision_id = (select id from newer) where id = ${id}`);
  await page.goto(`/admin/articles/${id}`);
  const { text, headline } = new Writing(page);
  await expect(text).toHaveAttribute('contenteditable', 'false');
  await expect(
    page.getByText(/written by a newer version of Broadsheet.*Bring this installation up to date/),
  ).toBeVisible();
  await expect(text).toContainText('What one can read.');
  await expect(text).toContainText('“hologram”: this version cannot show or change this part');
  await expect(headline).toHaveAttribute('readonly', '');
  // Whoever goes round the page is refused in words.
  const answer = await page.evaluate(
    async ({ articleId, typedBy }) => {
      const draft = await (await fetch(`/api/articles/${articleId}/draft`)).json();
      const response = await fetch(`/api/articles/${articleId}/draft`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          title: 'Mine',
          body: { type: 'doc' },
          baseRevisionId: draft.revisionId,
          typedBy,
        }),
      });
      return { status: response.status, said: (await response.json()).error as string };
    },
    { articleId: id, typedBy: person.id },
  );
  expect(answer).toEqual({ status: 409, said: expect.stringContaining('newer version of Broadsheet') });
  const [kept] = await newsroom.db.execute<{ body: unknown }>(sql`
    select r.body from articles a join revisions r on r.id = a.head_revision_id where a.id = ${id}`);
  expect(kept?.body).toEqual(body);
});
