import { expectNoBarriers } from './support/barriers';
import { type Desk, expect, signIn, test } from './support/test';
import { listenForTrouble, Writing } from './support/writing';

/** D6: a story goes from its writer to the desk and back, with what is said about it on the way. */

const more = async ({ page }: Desk, item: string) => {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
};
const notesOf = ({ page }: Desk) => page.getByRole('complementary', { name: 'Notes' });

test('D6 a draft is sent in, questioned, returned, assigned, noted and approved, each by who may', async ({
  signedIn,
  mail,
}) => {
  const [writer, editor] = [await signedIn('contributor'), await signedIn('editor')];
  const trouble = [writer, editor].flatMap(({ page }) => listenForTrouble(page));
  const writing = await Writing.begin(writer.page);
  await writing.headline.fill('The wall held');
  await writing.typeAtEnd('By dawn the quay was dry.');
  await writing.expectSaved();
  const path = `/admin/articles/${writing.id}`;

  // A contributor sends it in and decides nothing else.
  await writer.page.getByRole('button', { name: 'More', exact: true }).click();
  await expect(writer.page.getByRole('menuitem', { name: 'Approve' })).toHaveCount(0);
  await writer.page.keyboard.press('Escape');
  await writer.page.getByRole('button', { name: 'Send to the editors' }).click();
  await expect(writer.page.locator('.story-bar')).toContainText('In review');
  await writer.page.goto('/admin');

  // The editor asks, calling the writer by keyboard alone.
  await editor.page.goto(path);
  await new Writing(editor.page).ready();
  await editor.page.keyboard.press('Control+;');
  const field = notesOf(editor).getByLabel('Write a note to the desk');
  await field.click();
  await editor.page.keyboard.type(`Was it dry, @${writer.person.name.slice(0, 9)}`);
  await expect(notesOf(editor).getByRole('option', { name: writer.person.name })).toBeVisible();
  await expectNoBarriers(editor.page);
  await editor.page.keyboard.press('Enter');
  await expect(field).toHaveValue(`Was it dry, @${writer.person.name} `);
  await editor.page.keyboard.type('at four?');
  await editor.page.keyboard.press('Control+Enter');
  await expect(notesOf(editor).getByText('at four?')).toBeVisible();
  await expect(field).toHaveValue('');
  await notesOf(editor).getByRole('button', { name: 'Close the notes' }).click();
  await more(editor, 'Return to its author');
  await expect(editor.page.locator('.story-bar')).toContainText('Draft');
  await editor.page.goto('/admin');

  // She is told by mail and by the bell, and both lead to the note.
  const letter = await mail.waitFor(writer.person.email, /named you in a note/);
  expect(letter.parsed.text).toContain('at four?');
  const link = new URL(letter.link(path));
  await writer.page.goto('/admin');
  await writer.page.getByRole('link', { name: 'Notices, 1 unread' }).first().click();
  await expect(writer.page.getByRole('heading', { name: 'Notices' })).toBeVisible();
  await expectNoBarriers(writer.page);
  await writer.page.keyboard.press('j');
  await expect(writer.page.getByRole('link', { name: 'named you in a note on' })).toBeFocused();
  await writer.page.keyboard.press('Enter');
  await writer.page.waitForURL((url) => url.search === link.search && url.pathname === link.pathname);
  await expect(notesOf(writer).getByRole('article', { name: `Note by ${editor.person.name}` })).toBeFocused();
  await expect(writer.page.getByRole('link', { name: 'Notices', exact: true })).toBeVisible();
  await notesOf(writer).getByRole('button', { name: 'Answer' }).click();
  await expect(notesOf(writer).getByLabel('Answer', { exact: true })).toHaveValue(`@${editor.person.name} `);
  await writer.page.keyboard.type('Since three.');
  await writer.page.keyboard.press('Control+Enter');
  await expect(notesOf(writer).getByText('Since three.')).toBeVisible();
  await writer.page.goto(path);
  await new Writing(writer.page).ready();
  await writer.page.getByRole('button', { name: 'Send to the editors' }).click();
  await expect(writer.page.locator('.story-bar')).toContainText('In review');
  await writer.page.goto('/admin');

  // The editor changes her mind about a note, resolves the thread, and approves.
  await mail.waitFor(editor.person.email, /named you in a note/);
  await editor.page.goto(path);
  await new Writing(editor.page).ready();
  await editor.page.getByRole('button', { name: 'Notes, 1 open (Ctrl ;)' }).click();
  await notesOf(editor).getByRole('button', { name: 'Take back' }).click();
  await expect(notesOf(editor).getByText('This note was taken back.')).toBeVisible();
  await editor.page.getByRole('button', { name: 'Undo' }).click();
  await expect(notesOf(editor).getByText('at four?')).toBeVisible();
  await notesOf(editor).getByRole('button', { name: 'Resolve' }).click();
  await expect(notesOf(editor).getByText(`Resolved by ${editor.person.name}`)).toBeVisible();
  await expect(editor.page.getByRole('button', { name: 'Notes (Ctrl ;)' })).toBeVisible();
  await editor.page.keyboard.press('Escape');
  await more(editor, 'Approve');
  await expect(editor.page.locator('.story-bar')).toContainText('Approved');
  expect(trouble).toEqual([]);
});

test('D6 a story is given to somebody with a due date, who is told; the list says so, and when it is late', async ({
  signedIn,
  browser,
  baseURL,
  newsroom,
  mail,
}) => {
  const editor = await signedIn('editor');
  const person = await newsroom.person('author');
  const story = await newsroom.story({ publish: false });
  const writing = await Writing.open(editor.page, story.id);
  await writing.openSettings();
  const { page } = editor;
  await page.getByRole('button', { name: 'Set a due date' }).click();
  await page.getByLabel('Day and time in').fill('2020-05-04T18:30:00');
  await expect(page.getByText('Monday, 4 May 2020')).toBeVisible();
  await page.getByRole('button', { name: 'Set', exact: true }).click();
  await expect(page.getByText('Overdue: Mon, 4 May 2020')).toBeVisible();
  await page.getByLabel('Given to').selectOption({ label: person.name });
  await expect(page.getByText(`Given to ${person.name}, who is told.`)).toBeVisible();
  await expectNoBarriers(page);
  await page.goto('/admin/articles');
  const row = page.getByRole('row').filter({ hasText: story.title });
  await expect(row).toContainText(person.name);
  await expect(row).toContainText('overdue since 4 May 2020, 18:30');

  const letter = await mail.waitFor(person.email, /gave you/);
  expect(letter.parsed.text).toContain('Monday, 4 May 2020');
  const context = await browser.newContext({ baseURL });
  const hers = await context.newPage();
  await signIn(hers, person);
  await hers.getByRole('link', { name: 'Notices, 1 unread' }).first().click();
  await hers.getByRole('link', { name: 'gave you' }).click();
  await new Writing(hers).ready();
  await expect(hers.getByRole('link', { name: 'Notices', exact: true })).toBeVisible();
  // She may write it as her own, and gives it to nobody else.
  await new Writing(hers).openSettings();
  await expect(hers.getByRole('heading', { name: 'Given to' })).toBeVisible();
  await hers.getByRole('button', { name: 'Hand it back' }).click();
  await expect(hers.getByText('Given to nobody.')).toBeVisible();

  // Who wants no mails gets none, and reads it at the desk all the same.
  await hers.goto('/admin/account');
  await hers.getByLabel('Mail me as well').uncheck();
  await hers.getByRole('button', { name: 'Save' }).click();
  await expect(hers.getByText('Kept.')).toBeVisible();
  await hers.reload();
  await expect(hers.getByLabel('Mail me as well')).not.toBeChecked();
  await context.close();
});

test('D6 what is noted of a live story is nowhere that readers look, and a half-written note outlives the panel', async ({
  signedIn,
  newsroom,
  request,
}) => {
  const { page, person } = await signedIn('editor');
  const story = await newsroom.story();
  await Writing.open(page, story.id);
  await page.keyboard.press('Control+;');
  const notes = notesOf({ page, person });
  await notes.getByLabel('Write a note to the desk').fill('The secret of the desk.');
  await page.keyboard.press('Control+;');
  await expect(notes).toHaveCount(0);
  await page.keyboard.press('Control+;');
  await expect(notes.getByLabel('Write a note to the desk')).toHaveValue('The secret of the desk.');
  await notes.getByRole('button', { name: 'Add the note' }).click();
  await expect(notes.getByRole('article')).toContainText('The secret of the desk.');
  for (const path of [story.path, '/', '/feed.xml', '/feed.json', '/atom.xml', '/latest'])
    expect(await (await request.get(path)).text()).not.toContain('The secret of the desk');
  for (const path of [
    `/api/articles/${story.id}/notes`,
    `/api/articles/${story.id}/people`,
    '/api/notices/unread',
  ])
    expect((await request.get(path)).status()).toBe(403);
});
