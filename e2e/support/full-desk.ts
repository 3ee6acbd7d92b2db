import { createHash, randomBytes } from 'node:crypto';
import { type Ctx, readContext, transact } from '@/db/context';
import {
  addCorrection,
  addNote,
  addRedirect,
  approveArticle,
  assignArticle,
  createShareLink,
  scheduleArticle,
  submitForReview,
  trashArticle,
} from '@/features/articles/commands';
import { addNoteInput } from '@/features/articles/notes-input';
import { deleteMedia } from '@/features/media/commands';
import { takeFile } from '@/features/media/commands/take-file';
import { partKey } from '@/features/media/stored';
import { mp3, mp4, pdf } from '@/features/media/testing-files';
import { createCampaign } from '@/features/newsletter/commands';
import {
  createAuthor,
  createSeries,
  createTag,
  deleteTag,
  findOrCreateTags,
} from '@/features/taxonomy/commands';
import { createAuthorInput, createSeriesInput } from '@/features/taxonomy/input';
import { makeLink } from '@/features/users/links';
import { keepMail } from '@/lib/mailer/mailbox';
import { writeStored } from '@/lib/storage';
import { makeThreads } from '@/scripts/demo/talk';
import { newsletterPages } from './newsletter-pages';
import { type Newsroom, type Person, unique } from './newsroom';
import { everyPart, paragraph, publish, storedPicture } from './stories';

/** What the addresses of the desk's pages are made of, in a newsroom that has something of everything. */
export interface FullDesk {
  /** Live, with every part that a text may have, a picture above it, readers' comments and a correction. */
  storyId: number;
  /** A draft with files in it, in review, given to the person, with an open note that calls her. */
  draftId: number;
  sectionId: number;
  tagId: number;
  seriesId: number;
  authorId: number;
  userId: number;
  issueId: number;
  /** An old address that somebody led elsewhere. */
  redirect: string;
  mailId: string;
  /** When readers saw the first version of the story. */
  seenAt: string;
  share: string;
  invitation: string;
  reset: string;
}

/** Fills the newsroom for somebody who looks at every page of its desk. */
export async function fillDesk(newsroom: Newsroom, person: Person): Promise<FullDesk> {
  const { ctx } = newsroom;
  const other = await newsroom.person('editor');
  const asOther = readContext(newsroom.db, other);
  const section = await newsroom.section();
  const story = await everyPart(newsroom);
  await talkUnder(ctx, story.id);
  await addCorrection(ctx, { articleId: story.id, text: 'There are four.', passage: 'A first claim' });
  const shelves = await fillShelves(ctx);
  const draftId = await writeDraft(newsroom, section, person, asOther);
  await fillStages(newsroom, section);
  const letters = await newsletterPages(newsroom, story.id);
  const { id: issueId } = await createCampaign(ctx, {});
  const { url } = await createShareLink(asOther, { articleId: draftId, days: 7, note: 'The lawyer' });
  const redirect = `2014/old-${unique()}`;
  await addRedirect(ctx, { from: redirect, to: '/latest' });
  return {
    redirect,
    ...shelves,
    storyId: story.id,
    draftId,
    sectionId: section.id,
    userId: other.id,
    issueId,
    mailId: await keepMail(letter(letters[0] ?? '/')),
    seenAt: new Date().toISOString(),
    share: new URL(url).pathname,
    invitation: await link(ctx, 'invitation', (await newsroom.person('author')).id),
    reset: await link(ctx, 'reset', other.id),
  };
}

async function talkUnder(ctx: Ctx, articleId: number): Promise<void> {
  await makeThreads(ctx, articleId, [
    { name: 'Greta Holm', body: 'The spare key still hangs where it hung.', held: true },
    {
      name: 'Aldo',
      body: `Never said thank you. ${'And another thing, while I am here. '.repeat(20)}`,
      replies: [{ name: 'Greta Holm', body: 'You played for it.', held: true }],
    },
  ]);
}

async function fillShelves(ctx: Ctx) {
  const [tag] = await findOrCreateTags(ctx, [`Quay ${unique()}`, `Tide ${unique()}`]);
  const series = createSeriesInput.parse({ name: `The quay ${unique()}`, description: 'In five parts.' });
  const author = createAuthorInput.parse({ name: `Mira Okafor ${unique()}`, bio: 'Writes of harbours.' });
  return {
    tagId: tag?.id ?? 0,
    seriesId: (await createSeries(ctx, series)).seriesId,
    authorId: (await createAuthor(ctx, author)).authorId,
  };
}

/** A draft with a document, sound and film, which has gone to the desk and been spoken of. */
async function writeDraft(
  newsroom: Newsroom,
  section: { id: number; slug: string },
  person: Person,
  other: Ctx,
): Promise<number> {
  const { ctx } = newsroom;
  const files = await Promise.all(
    Object.entries({ 'Court ruling.pdf': pdf(), 'talk.mp3': mp3(), 'flood.mp4': mp4() }).map(
      ([filename, bytes]) => storedFile(ctx, filename, bytes),
    ),
  );
  const { id } = await newsroom.story({
    section,
    // Long words are wrapped, also where the text is twice as large.
    title: `The ruling ${unique()} on the Donaudampfschifffahrtsgesellschaftskapitänswitwenrente, and what it means to all who live by the river`,
    body: files.map((file) => ({
      type: 'file',
      attrs: { mediaId: file.id, hash: file.hash, format: file.mimeType, title: file.filename },
    })),
    leadMediaId: (await storedPicture(newsroom, 1400)).id,
    publish: false,
  });
  await submitForReview(ctx, { articleId: id });
  await assignArticle(other, { articleId: id, assigneeId: person.id });
  const said = { articleId: id, text: `Is this all, @${person.name} ?`, chosenIds: [person.id] };
  await addNote(other, addNoteInput.parse(said));
  return id;
}

async function storedFile(ctx: Ctx, filename: string, bytes: Buffer) {
  const uploadId = randomBytes(16).toString('hex');
  await writeStored(partKey(uploadId), bytes);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  return takeFile(ctx, { uploadId, hash, filename });
}

/** A story of each other state, so that lists, board and calendar have something to show. */
async function fillStages(newsroom: Newsroom, section: { id: number; slug: string }): Promise<void> {
  const { ctx } = newsroom;
  const inAnHour = new Date(Date.now() + 3_600_000);
  await newsroom.story({ section, publish: inAnHour });
  const approved = await newsroom.story({ section, publish: false });
  await submitForReview(ctx, { articleId: approved.id });
  await approveArticle(ctx, { articleId: approved.id });
  const thrown = await newsroom.story({ section, publish: false });
  await trashArticle(ctx, { articleId: thrown.id });
  await deleteMedia(ctx, { mediaId: (await storedPicture(newsroom, 400)).id });
  await deleteTag(ctx, { tagId: (await createTag(ctx, { name: `Thrown ${unique()}` })).id });
  const arabic = { lang: 'ar', title: `المحادثات تبدأ ${unique()}`, body: [paragraph('قال المسؤول.')] };
  const { id } = await publish(newsroom, arabic);
  await scheduleArticle(ctx, { articleId: id, kind: 'withdraw', effectiveAt: inAnHour });
}

const link = (ctx: Ctx, purpose: 'invitation' | 'reset', userId: number): Promise<string> =>
  transact(ctx, (tx) => makeLink(tx, purpose, userId));

const letter = (path: string): Buffer =>
  Buffer.from(
    [
      'From: news@paper.example',
      'To: ada@reader.example',
      'Subject: The morning',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      '',
      `Read it at http://paper.example${path}`,
    ].join('\r\n'),
  );
