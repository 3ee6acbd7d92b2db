import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Actor, Ctx } from '@/db/context';
import { closeQueue } from '@/db/queue';
import { cloneDatabase, type TestDatabase } from '@/db/testing';
import { isRefusal } from '@/lib/errors';
import { submitCommentInput } from './comments/input';
import { signUpInput } from './newsletter/input';
import { ourLook } from './settings/look';
import { openScene, type Scene, type Who, whos } from './testing';

/**
 * The permission table from outside: every command that a subject exports, tried by every role, on a story of one's own,
 * of somebody else's, in one's section and in another. A command without a row here fails the test, and so does a row
 * whose command is gone. What is allowed is written out, not read from `users/rules`.
 */

type Command = (ctx: Ctx, input: unknown) => Promise<unknown>;
/** Who is let through; everybody else must be told Forbidden. */
type Row = [allowed: readonly Who[], input: (scene: Scene) => unknown];

const system: Who[] = ['system'];
const administrators: Who[] = ['administrator', 'system'];
const editors: Who[] = ['editor', 'editor here', 'editor elsewhere', ...administrators];
const authors: Who[] = ['author', 'author own', 'author own live', ...editors];
const staff: Who[] = ['contributor', 'contributor own', 'contributor own live', ...authors];
/** Who may open a story at all: contributors their own. */
const articleReaders: Who[] = ['contributor own', 'contributor own live', ...authors];
const anybody: Who[] = ['reader', ...staff];
/** What an editor of other sections may not do. */
const deskOfSection: Who[] = ['editor', 'editor here', ...administrators];
/** What stands over or on every section's page is no section editor's. */
const wholePaper: Who[] = ['editor', ...administrators];
const ownDraftOrDesk: Who[] = ['contributor own', 'author own', 'author own live', ...deskOfSection];
const ownStoryOrDesk: Who[] = ['author own', 'author own live', ...deskOfSection];
/** A contributor opens only what is hers; everybody else opens everything. */
const opens: Who[] = ['contributor own', 'contributor own live', ...authors];
/** The note on the story is its owner's. */
const ownNote: Who[] = ['contributor own', 'contributor own live', 'author own', 'author own live'];
const people = (whom: Who[]): Who[] => whom.filter((who) => who !== 'system');

const noInput = () => ({});
const onArticle = ({ articleId }: Scene) => ({ articleId });
const onCorrection = ({ correctionId }: Scene) => ({ correctionId });
const onNote = ({ noteId }: Scene) => ({ noteId });
const bar = { text: 'The bridge is closed.', label: '', articleId: null, href: null };
const onArrangement = ({ arrangementId }: Scene) => ({ arrangementId, version: 1 });
const inADay = () => new Date(Date.now() + 86_400_000);
const onUser = ({ otherUserId }: Scene) => ({ userId: otherUserId });
const noMenus = { mainMenu: [], footerMenu: [] };
const relay = {
  host: '127.0.0.1',
  port: 1,
  security: 'none',
  user: '',
  password: '',
  fromAddress: 'news@paper.example',
  fromName: '',
};
const load = '0123456789abcdef';
const noSuch = 999_999_999;
const issue = { listId: noSuch, subject: 'S', previewText: '', intro: null, articleIds: [] };
const onCampaign = { campaignId: noSuch, version: 1 };
const password = 'seven lean oxen graze';
const newPerson = { email: 'new@paper.example', name: 'New', role: 'author', sectionIds: [] };
const byToken = { token: 'no-such-token', name: 'New', password };

const rows: Record<string, Row> = {
  'users.signIn': [anybody, () => ({ email: 'nobody@paper.example', password: 'wrong' })],
  'users.signOut': [anybody, () => ({ token: 'none' })],
  'users.requestPasswordReset': [anybody, () => ({ email: 'nobody@paper.example' })],
  'users.resetPassword': [anybody, () => byToken],
  'users.acceptInvitation': [anybody, () => byToken],
  'users.createFirstAdministrator': [anybody, () => ({ ...byToken, email: 'new@paper.example' })],
  'users.createSetupLink': [system, noInput],
  'users.setPassword': [system, () => ({ email: 'nobody@paper.example', password })],
  'users.mailPasswordReset': [system, () => ({ userId: noSuch, siteName: 'X' })],
  'users.mailInvitation': [system, () => ({ userId: noSuch, siteName: 'X' })],
  'users.mailPasswordChanged': [system, () => ({ userId: noSuch, siteName: 'X' })],
  'users.purgeSignInTraces': [system, noInput],
  'users.changePassword': [people(staff), () => ({ currentPassword: 'wrong', password })],
  'users.chooseNoticeMail': [people(staff), () => ({ noticeMail: false })],
  'users.revokeSession': [people(staff), () => ({ session: '0'.repeat(16) })],
  'users.signOutEverywhere': [administrators, onUser],
  'users.createUser': [administrators, () => newPerson],
  'users.inviteUser': [administrators, () => newPerson],
  'users.resendInvitation': [administrators, onUser],
  'users.withdrawInvitation': [administrators, onUser],
  'users.changeAccess': [administrators, (scene) => ({ ...onUser(scene), role: 'editor', sectionIds: [] })],
  'users.disableUser': [administrators, onUser],
  'users.enableUser': [administrators, onUser],

  'settings.updateSettings': [administrators, () => ({ siteName: 'Another' })],
  'settings.saveDeskCheck': [administrators, () => ({ levels: {} })],
  'settings.saveLook': [administrators, () => ourLook],
  'settings.saveMenus': [administrators, () => ({ ...noMenus, seen: noMenus })],
  'settings.saveMailRelay': [administrators, () => ({ ...relay, forgetPassword: false })],
  'settings.forgetMailRelay': [administrators, noInput],
  'settings.testMailRelay': [administrators, () => ({ ...relay, to: 'ada@paper.example' })],
  'settings.testMailInForce': [administrators, () => ({ to: 'ada@paper.example' })],
  'settings.setUpPaper': [
    anybody,
    () => ({ ...byToken, email: 'new@paper.example', siteName: 'X', timeZone: 'UTC' }),
  ],

  'taxonomy.createSection': [editors, () => ({ name: 'New', slug: 'new', description: '', parentId: null })],
  'taxonomy.editSection': [
    editors,
    ({ sectionId }) => ({ sectionId, name: 'New', slug: 'new', description: '' }),
  ],
  'taxonomy.moveSection': [editors, ({ sectionId }) => ({ sectionId, parentId: null, beforeId: null })],
  'taxonomy.deleteSection': [editors, ({ sectionId }) => ({ sectionId })],
  'taxonomy.restoreDeleted': [editors, () => ({ deletedId: noSuch })],
  'taxonomy.purgeDeleted': [administrators, () => ({ deletedId: noSuch })],
  'taxonomy.purgeDueShelves': [system, noInput],
  'taxonomy.createTag': [staff, () => ({ name: 'New' })],
  'taxonomy.findOrCreateTags': [staff, () => ['New']],
  'taxonomy.renameTag': [editors, ({ tagId }) => ({ tagId, name: 'New', slug: '' })],
  'taxonomy.mergeTags': [editors, ({ tagId }) => ({ tagId, intoId: noSuch })],
  'taxonomy.deleteTag': [editors, ({ tagId }) => ({ tagId })],
  'taxonomy.createSeries': [editors, () => ({ name: 'New', slug: '', description: '' })],
  'taxonomy.editSeries': [editors, () => ({ seriesId: noSuch, name: 'New', slug: '', description: '' })],
  'taxonomy.moveInSeries': [editors, ({ articleId }) => ({ seriesId: noSuch, articleId, beforeId: null })],
  'taxonomy.deleteSeries': [editors, () => ({ seriesId: noSuch })],
  'taxonomy.createAuthor': [editors, () => ({ name: 'New', slug: '', bio: '', userId: null })],
  'taxonomy.editAuthor': [
    editors,
    ({ authorId }) => ({ authorId, name: 'New', slug: '', bio: '', userId: null }),
  ],
  'taxonomy.deleteAuthor': [editors, ({ authorId }) => ({ authorId })],
  'taxonomy.findOrCreateOwnAuthor': [people(staff), noInput],

  'media.uploadPicture': [staff, () => ({ bytes: Buffer.from('no picture'), filename: 'a.jpg' })],
  'media.beginUpload': [staff, () => ({ filename: 'a.jpg', size: 10, modifiedAtMs: 0 })],
  'media.receiveUpload': [staff, () => ({ uploadId: '0'.repeat(32), offset: 0, body: null })],
  'media.dropUpload': [staff, () => ({ uploadId: '0'.repeat(32) })],
  'media.takeFromAddress': [staff, () => ({ address: 'http://127.0.0.1/a.jpg' })],
  'media.updateMedia': [
    ['contributor own', 'contributor own live', 'author own', 'author own live', ...editors],
    ({ mediaId }) => ({ mediaId, alt: 'New' }),
  ],
  'media.restoreMedia': [editors, ({ mediaId }) => ({ mediaId })],
  'media.purgeMedia': [administrators, ({ mediaId }) => ({ mediaId })],
  'media.purgeDueMedia': [system, noInput],
  'media.deleteMedia': [editors, ({ mediaId }) => ({ mediaId })],
  // Readers' browsers ask for these; what is asked for is a picture, never a person's.
  'media.findRendition': [anybody, () => 'nothing'],
  'media.findLogoFile': [anybody, () => 'nothing'],
  'media.makeRenditions': [anybody, () => ({ mediaId: noSuch })],
  'media.sweepMedia': [anybody, noInput],
  'media.reckonLooks': [anybody, noInput],
  'media.preferOther': [
    ['contributor own', 'contributor own live', 'author own', 'author own live', ...editors],
    ({ mediaId }) => ({ mediaId, otherId: mediaId }),
  ],
  'media.restoreVersion': [
    ['contributor own', 'contributor own live', 'author own', 'author own live', ...editors],
    ({ mediaId }) => ({ mediaId, versionId: noSuch }),
  ],
  'media.dismissLikeness': [
    ['contributor own', 'contributor own live', 'author own', 'author own live', ...editors],
    ({ mediaId }) => ({ mediaId, otherId: mediaId }),
  ],

  // For whoever shows a link to a story: it says what the story's page says.
  'articles.findSharePicture': [anybody, () => `${noSuch}-0123456789abcdef.png`],
  'articles.createArticle': [staff, () => ({ kind: 'story' })],
  'articles.saveDraft': [ownDraftOrDesk, ({ draft }) => draft],
  'articles.saveTypedDraft': [ownDraftOrDesk, ({ draft, userId }) => ({ ...draft, typedBy: userId })],
  'articles.restoreRevision': [
    ownDraftOrDesk,
    ({ draft: { articleId, baseRevisionId } }) => ({ articleId, baseRevisionId, revisionId: baseRevisionId }),
  ],
  'articles.nameRevision': [
    ownDraftOrDesk,
    ({ draft: { articleId, baseRevisionId } }) => ({ articleId, revisionId: baseRevisionId, milestone: 'M' }),
  ],
  'articles.assignArticle': [ownDraftOrDesk, (scene) => ({ ...onArticle(scene), assigneeId: null })],
  'articles.setDue': [ownStoryOrDesk, (scene) => ({ ...onArticle(scene), wallClock: '' })],
  'articles.addNote': [people(opens), (scene) => ({ ...onArticle(scene), text: 'Why?', chosenIds: [] })],
  'articles.editNote': [people(ownNote), ({ noteId }) => ({ noteId, text: 'Why not?', chosenIds: [] })],
  'articles.removeNote': [people(ownNote), onNote],
  'articles.restoreNote': [people(ownNote), onNote],
  'articles.resolveNote': [people(opens), onNote],
  'articles.reopenNote': [people(opens), onNote],
  'articles.markNotices': [people(staff), () => ({ noticeIds: [noSuch], read: true })],
  'articles.markAllNotices': [people(staff), noInput],
  'articles.seeNotices': [people(staff), (scene) => ({ ...onArticle(scene), kind: 'mention' })],
  'articles.attendArticle': [
    people(opens),
    (scene) => ({ ...onArticle(scene), loadId: load, said: 1, wants: 'write' }),
  ],
  'articles.leaveArticle': [people(staff), (scene) => ({ ...onArticle(scene), loadId: load, said: 2 })],
  'articles.purgePresence': [system, noInput],
  'articles.mailNotice': [system, () => ({ noticeId: noSuch })],
  'articles.pinRelated': [ownDraftOrDesk, (scene) => ({ ...onArticle(scene), pinnedIds: [] })],
  'articles.findPinnable': [staff, (scene) => ({ ...onArticle(scene), words: '' })],
  'articles.setCommentPolicy': [ownDraftOrDesk, (scene) => ({ ...onArticle(scene), policy: 'closed' })],
  'articles.submitForReview': [ownDraftOrDesk, onArticle],
  'articles.approveArticle': [deskOfSection, onArticle],
  'articles.returnToDraft': [deskOfSection, onArticle],
  'articles.publishArticle': [ownStoryOrDesk, onArticle],
  'articles.scheduleArticle': [
    ownStoryOrDesk,
    (scene) => ({
      ...onArticle(scene),
      effectiveAt: new Date(Date.now() + 1e7),
      kind: 'publish',
      material: true,
      replace: false,
    }),
  ],
  'articles.planAtWallClock': [
    ownStoryOrDesk,
    (scene) => ({
      ...onArticle(scene),
      wallClock: '2099-01-01T10:00',
      kind: 'publish',
      material: true,
      replace: false,
    }),
  ],
  // Who may do it to which is asked of each story, by the command its own page calls.
  'articles.changeArticles': [staff, () => ({ items: [] })],
  'articles.startBulkChange': [people(staff), () => ({ query: '', act: { kind: 'submit' } })],
  'articles.undoBulkChange': [people(staff), () => ({ changeId: noSuch })],
  'articles.cancelBulkChange': [people(staff), () => ({ changeId: noSuch })],
  'articles.readBulkChange': [people(staff), () => ({ changeId: noSuch })],
  'articles.runBulkChange': [system, () => ({ changeId: noSuch })],
  'articles.purgeBulkChanges': [system, noInput],
  'articles.fileArticle': [ownDraftOrDesk, (scene) => ({ ...onArticle(scene), tagIds: [scene.tagId] })],
  'articles.findColumn': [staff, () => ({ column: 'draft', after: undefined })],
  'articles.movePlan': [
    ownStoryOrDesk,
    ({ publicationId }) => ({ publicationId, wallClock: '2099-01-01T10:00' }),
  ],
  'articles.moveDue': [
    ownStoryOrDesk,
    (scene) => ({ ...onArticle(scene), seenAt: '2026-01-01T00:00:00Z', wallClock: '2099-01-01T10:00' }),
  ],
  'articles.cancelPublication': [ownStoryOrDesk, ({ publicationId }) => ({ publicationId })],
  'articles.setEmbargo': [ownStoryOrDesk, (scene) => ({ ...onArticle(scene), embargoAt: null })],
  'articles.embargoAtWallClock': [ownStoryOrDesk, (scene) => ({ ...onArticle(scene), wallClock: '' })],
  'articles.createShareLink': [ownDraftOrDesk, (scene) => ({ ...onArticle(scene), days: 7, note: '' })],
  'articles.revokeShareLink': [ownDraftOrDesk, ({ shareLinkId }) => ({ shareLinkId })],
  'articles.checkArticle': [articleReaders, onArticle],
  'articles.purgeLinkChecks': [system, noInput],
  'articles.watchDue': [system, noInput],
  'articles.mailDueAlarm': [system, () => ({ incidentId: noSuch, userId: noSuch })],
  'articles.withdrawArticle': [ownStoryOrDesk, onArticle],
  'articles.addCorrection': [ownStoryOrDesk, (scene) => ({ ...onArticle(scene), text: 'It was Tuesday.' })],
  'articles.amendCorrection': [
    ownStoryOrDesk,
    (scene) => ({ ...onCorrection(scene), text: 'It was Monday.', passage: '' }),
  ],
  'articles.removeCorrection': [ownStoryOrDesk, onCorrection],
  'articles.curatePage': [
    wholePaper,
    () => ({ page: { name: 'front', sectionId: null }, places: [], seen: [] }),
  ],
  'articles.findChoosable': [
    deskOfSection,
    ({ sectionId }) => ({ page: { name: `section:${sectionId}`, sectionId }, words: '' }),
  ],
  'articles.planArrangement': [
    deskOfSection,
    ({ sectionId }) => ({
      ...{ page: { name: `section:${sectionId}`, sectionId }, places: [], seen: [], name: '' },
      wallClock: '2040-01-02T03:04:05',
    }),
  ],
  'articles.changeArrangement': [
    deskOfSection,
    (scene) => ({
      ...onArrangement(scene),
      places: [],
      seen: [],
      name: '',
      wallClock: '2040-01-02T03:04:05',
    }),
  ],
  'articles.moveArrangement': [
    deskOfSection,
    (scene) => ({
      ...onArrangement(scene),
      seenAt: inADay().toISOString(),
      wallClock: '2040-01-02T03:04:05',
    }),
  ],
  'articles.cancelArrangement': [deskOfSection, onArrangement],
  'articles.bringBackArrangement': [deskOfSection, onArrangement],
  'articles.applyArrangement': [deskOfSection, (scene) => ({ ...onArrangement(scene), seen: [] })],
  'articles.applyDueArrangements': [wholePaper, noInput],
  'articles.raiseBar': [wholePaper, () => ({ ...bar, minutes: 60 })],
  'articles.changeBar': [wholePaper, () => ({ ...bar, barId: noSuch })],
  'articles.lowerBar': [wholePaper, () => ({ barId: noSuch })],
  'articles.lowerDueBars': [wholePaper, noInput],
  'articles.saveList': [people(staff), () => ({ name: 'Mine', query: '', shared: false })],
  // Other people's lists, and those there never were, are not there.
  'articles.changeList': [staff, () => ({ listId: noSuch })],
  'articles.deleteList': [staff, () => ({ listId: noSuch })],
  'articles.bringBackList': [staff, () => ({ listId: noSuch })],
  'articles.addRedirect': [administrators, () => ({ from: '/old', to: '/new' })],
  'articles.editRedirect': [administrators, () => ({ from: '/old', to: '/new' })],
  'articles.pasteRedirects': [administrators, () => ({ lines: '/old /new', replace: false })],
  'articles.deleteRedirect': [administrators, () => ({ from: '/old' })],
  'articles.killArticle': [deskOfSection, onArticle],
  'articles.trashArticle': [['contributor own', 'author own', ...deskOfSection], onArticle],
  'articles.restoreArticle': [['contributor own', 'author own', ...deskOfSection], onArticle],
  'articles.purgeStory': [administrators, onArticle],
  'articles.purgeDueStories': [system, noInput],
  'articles.applyDuePublications': [['editor', ...administrators], noInput],
  'articles.restorePublication': [administrators, (scene) => ({ ...onArticle(scene), liveAt: new Date() })],

  'comments.submitComment': [
    anybody,
    ({ articleId }) => submitCommentInput.parse({ articleId, name: 'A', email: 'a@x.example', body: 'B' }),
  ],
  'comments.postComment': [anybody, () => ({ id: crypto.randomUUID(), nonce: 'x', networkHash: null })],
  'comments.decideComments': [editors, () => ({ ids: [noSuch], state: 'approved' })],
  'comments.saveWordLists': [editors, () => ({ blocked: [], suspect: [] })],
  'comments.tryComment': [editors, () => ({ name: '', body: 'B' })],
  'comments.learnFromDecisions': [system, noInput],
  'comments.forgetRareSigns': [system, noInput],
  'comments.purgeSubmissions': [system, noInput],

  'newsletter.signUp': [anybody, () => signUpInput.parse({ email: 'reader@x.example' })],
  'newsletter.confirmSubscription': [anybody, () => ({ token: 'none', networkHash: null })],
  'newsletter.unsubscribe': [anybody, () => ({ token: 'none' })],
  'newsletter.savePreferences': [anybody, () => ({ token: 'none', list: [], networkHash: null })],
  'newsletter.createCampaign': [editors, noInput],
  'newsletter.saveCampaign': [editors, () => ({ ...onCampaign, ...issue })],
  'newsletter.composeCampaign': [editors, () => ({ ...onCampaign, ...issue })],
  'newsletter.previewCampaign': [editors, () => onCampaign],
  'newsletter.findStories': [editors, () => ({ words: 'storm' })],
  'newsletter.removeCampaign': [editors, () => onCampaign],
  'newsletter.sendTest': [people(editors), () => onCampaign],
  'newsletter.scheduleCampaign': [editors, () => ({ ...onCampaign, local: '' })],
  'newsletter.unscheduleCampaign': [editors, () => onCampaign],
  'newsletter.pauseCampaign': [editors, () => onCampaign],
  'newsletter.resumeCampaign': [editors, () => onCampaign],
  'newsletter.cancelCampaign': [editors, () => onCampaign],
  'newsletter.resendUnknown': [editors, () => onCampaign],
  'newsletter.sendCampaign': [editors, () => onCampaign],
  'newsletter.startDueCampaigns': [editors, noInput],
  'newsletter.keepCampaignsGoing': [editors, noInput],
  'newsletter.saveList': [administrators, () => ({ name: 'New', description: '' })],
  'newsletter.addSubscriber': [
    administrators,
    () => ({ email: 'reader@x.example', listId: noSuch, consent: 'By letter.' }),
  ],
  'newsletter.suppressSubscriber': [administrators, () => ({ subscriberId: noSuch })],
  'newsletter.unsuppressSubscriber': [administrators, () => ({ subscriberId: noSuch })],
  'newsletter.eraseSubscriber': [administrators, () => ({ subscriberId: noSuch })],
  'newsletter.mailConfirmation': [administrators, () => ({ subscriberId: noSuch, listIds: [noSuch] })],
  'newsletter.purgeUnconfirmed': [administrators, noInput],
};

let at: TestDatabase;
let scenes: (who: Who) => Scene;
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'permissions-'));

beforeAll(async () => {
  process.env.DATA_DIR = dataDir;
  at = await cloneDatabase(inject('templateUrl'));
  scenes = await openScene(at);
});
afterAll(async () => {
  await closeQueue();
  await at.close();
  rmSync(dataDir, { recursive: true });
});

const modules = import.meta.glob<Record<string, unknown>>('./*/commands/index.ts', { eager: true });
const commands = new Map<string, Command>();
for (const [file, exported] of Object.entries(modules))
  for (const [name, value] of Object.entries(exported))
    if (typeof value === 'function') commands.set(`${file.split('/')[1]}.${name}`, value as Command);

test('A3 every command of every subject has a row, and every row a command', () => {
  expect(Object.keys(rows).sort()).toEqual([...commands.keys()].sort());
});

/** What became of a try, in a transaction that leaves nothing behind. */
async function outcomeOf(command: Command, actor: Actor, input: unknown): Promise<'through' | 'forbidden'> {
  const undone = new Error('undone');
  let outcome: 'through' | 'forbidden' = 'through';
  await at.db
    .transaction(async (db) => {
      try {
        await command({ db, actor, now: new Date() }, input);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        if (error.code === 'forbidden') outcome = 'forbidden';
      }
      throw undone;
    })
    .catch((error) => {
      if (error !== undone) throw error;
    });
  return outcome;
}

test.each(Object.keys(rows))('A3 %s is open to exactly those the table names', async (name) => {
  const command = commands.get(name);
  const row = rows[name];
  if (!command || !row) throw new Error(`${name} is gone`);
  const [allowed, input] = row;
  const through: Who[] = [];
  for (const who of whos) {
    const scene = scenes(who);
    if ((await outcomeOf(command, scene.actor, input(scene))) === 'through') through.push(who);
  }
  expect(through.sort()).toEqual([...allowed].sort());
});
