import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { Role, StaffActor } from '@/db/context';
import { closeQueue } from '@/db/queue';
import { sections, users } from '@/db/schema';
import { cloneDatabase, type TestDatabase } from '@/db/testing';
import {
  changeAccess,
  createFirstAdministrator,
  createSetupLink,
  createUser,
  disableUser,
  enableUser,
  purgeSignInTraces,
  revokeSession,
  signIn,
  signOutEverywhere,
} from './commands';
import { findActor, listSessions } from './queries';

const password = 'seven lean oxen graze';
let at: TestDatabase;
beforeAll(async () => {
  at = await cloneDatabase(inject('templateUrl'));
});
afterAll(async () => {
  await closeQueue();
  await at.close();
});
beforeEach(async () => {
  await at.setClock(0);
  await at.db.execute(sql`truncate users, attempts, links cascade`);
});

let made = 0;
/** Somebody who has signed in, with the actor and the cookie that it gave. */
async function signedIn(role: Role): Promise<{ actor: StaffActor; token: string }> {
  const email = `${role}-${++made}@paper.example`;
  await createUser(at.system, { email, name: `${role} ${made}`, role, password, sectionIds: [] });
  const { token } = await signIn(at.reader, { email, password });
  const actor = await findActor(at.db, token);
  if (!actor) throw new Error('not signed in');
  return { actor, token };
}
const administrators = async () =>
  at.db.$count(users, sql`${users.role} = 'administrator' and ${users.disabledAt} is null`);

describe('first run', () => {
  const linkToken = async () => (await createSetupLink(at.system))?.url.split('/').at(-1) ?? '';
  const setUp = (token: string, name = 'Ada') =>
    createFirstAdministrator(at.reader, { token, name, email: `${name}@paper.example`, password });

  test('A1 the link makes the first administrator and closes the page for good', async () => {
    const link = await createSetupLink(at.system);
    expect(link?.url).toMatch(/^http:\/\/localhost:3000\/admin\/setup\/[\w-]{43}$/);
    const spare = await linkToken();
    const { token } = await setUp(link?.url.split('/').at(-1) ?? '');
    expect(await findActor(at.db, token)).toMatchObject({ name: 'Ada', role: 'administrator' });
    expect(await createSetupLink(at.system)).toBeNull();
    await expect(setUp(spare, 'Eve')).rejects.toMatchObject({ code: 'conflict' });
  });

  test('A1 two set-ups at the same moment make one administrator', async () => {
    const links = [await linkToken(), await linkToken()];
    const both = await Promise.allSettled([setUp(links[0] ?? '', 'Ada'), setUp(links[1] ?? '', 'Eve')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await administrators()).toBe(1);
  });

  test('A1 without the link, or after a day, nobody becomes administrator', async () => {
    await expect(setUp('made-up')).rejects.toMatchObject({ code: 'invalid' });
    const token = await linkToken();
    await at.setClock(86_401);
    await expect(setUp(token)).rejects.toMatchObject({ code: 'invalid' });
    await expect(createSetupLink(at.reader)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await administrators()).toBe(0);
  });
});

describe('roles', () => {
  test('A3 nobody changes their own role or disables themselves', async () => {
    const { actor } = await signedIn('administrator');
    await signedIn('administrator');
    const ctx = at.as(actor);
    await expect(
      changeAccess(ctx, { userId: actor.id, role: 'author', sectionIds: [] }),
    ).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(disableUser(ctx, { userId: actor.id })).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('A3 an editor cannot act on anybody’s account', async () => {
    const { actor: admin } = await signedIn('administrator');
    const ctx = at.as((await signedIn('editor')).actor);
    const userId = admin.id;
    for (const tried of [
      changeAccess(ctx, { userId, role: 'contributor', sectionIds: [] }),
      disableUser(ctx, { userId }),
      signOutEverywhere(ctx, { userId }),
    ])
      await expect(tried).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('A3 two administrators who take each other’s role at once leave one', async () => {
    for (let round = 0; round < 5; round++) {
      await at.db.execute(sql`truncate users cascade`);
      const { actor: one } = await signedIn('administrator');
      const { actor: two } = await signedIn('administrator');
      const both = await Promise.allSettled([
        changeAccess(at.as(one), { userId: two.id, role: 'author', sectionIds: [] }),
        disableUser(at.as(two), { userId: one.id }),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await administrators()).toBe(1);
    }
  });

  test('A3 the command line cannot take the last administrator away, and one who is only invited does not count', async () => {
    const { actor } = await signedIn('administrator');
    await createUser(at.system, {
      email: 'new@paper.example',
      name: 'New',
      role: 'administrator',
      sectionIds: [],
    });
    await expect(disableUser(at.system, { userId: actor.id })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('only administrator'),
    });
  });

  test('A3 a change of role, disabling and signing out take effect on the next request of every open session', async () => {
    const { actor: admin } = await signedIn('administrator');
    const ctx = at.as(admin);
    for (const act of [
      (userId: number) => changeAccess(ctx, { userId, role: 'contributor', sectionIds: [] }),
      (userId: number) => disableUser(ctx, { userId }),
      (userId: number) => signOutEverywhere(ctx, { userId }),
    ]) {
      const { actor, token } = await signedIn('editor');
      await act(actor.id);
      expect(await findActor(at.db, token)).toBeNull();
    }
  });

  test('A5 D5 a page that stands open by itself keeps no session alive, somebody at it does', async () => {
    const { token } = await signedIn('editor');
    const seen = async () =>
      (await at.db.execute<{ at: string }>(sql`select max(seen_at)::text as at from sessions`))[0]?.at;
    await at.setClock(3_600);
    const before = await seen();
    expect(await findActor(at.db, token, { quietly: true })).not.toBeNull();
    expect(await seen()).toBe(before);
    await findActor(at.db, token);
    expect(await seen()).not.toBe(before);
  });

  test('A3 an editor is kept to her sections, any other role to none', async () => {
    const { actor: admin } = await signedIn('administrator');
    const [section] = await at.db
      .insert(sections)
      .values({ name: 'Asia', slug: `asia-${made}` })
      .returning();
    const { actor } = await signedIn('author');
    const sectionIds = [section?.id ?? 0];
    const enter = async () =>
      findActor(at.db, (await signIn(at.reader, { email: actor.email, password })).token);
    await changeAccess(at.as(admin), { userId: actor.id, role: 'editor', sectionIds });
    expect(await enter()).toMatchObject({ role: 'editor', sectionIds });
    await changeAccess(at.as(admin), { userId: actor.id, role: 'author', sectionIds });
    expect(await enter()).toMatchObject({ role: 'author', sectionIds: [] });
    await expect(
      changeAccess(at.as(admin), { userId: actor.id, role: 'editor', sectionIds: [999_999] }),
    ).rejects.toMatchObject({ code: 'invalid', fields: { sectionIds: expect.any(String) } });
  });

  test('A3 a disabled person comes back with the password they had', async () => {
    const { actor } = await signedIn('author');
    await disableUser(at.system, { userId: actor.id });
    await enableUser(at.system, { userId: actor.id });
    expect(await signIn(at.reader, { email: actor.email, password })).toMatchObject({ userId: actor.id });
  });
});

describe('own sessions', () => {
  test('A1 a person sees and ends her own, and nobody else’s', async () => {
    const { actor, token } = await signedIn('author');
    const { token: other } = await signIn(at.reader, { email: actor.email, password, userAgent: 'Phone' });
    const list = await listSessions(at.as(actor), actor.id, token);
    expect(list.map(({ isThis }) => isThis).sort()).toEqual([false, true]);
    const session = list.find(({ isThis }) => !isThis)?.session ?? '';
    const stranger = await signedIn('author');
    await expect(revokeSession(at.as(stranger.actor), { session })).rejects.toMatchObject({
      code: 'not-found',
    });
    await revokeSession(at.as(actor), { session });
    expect(await findActor(at.db, other)).toBeNull();
    expect(await findActor(at.db, token)).not.toBeNull();
  });

  test('A1 signing out everywhere can leave the browser it is done in', async () => {
    const { actor, token } = await signedIn('author');
    const { token: other } = await signIn(at.reader, { email: actor.email, password });
    expect(await signOutEverywhere(at.as(actor), { userId: actor.id, keepToken: token })).toEqual({
      ended: 1,
    });
    expect(await findActor(at.db, other)).toBeNull();
    expect(await findActor(at.db, token)).not.toBeNull();
  });
});

describe('housekeeping', () => {
  test('C9 sessions and links are gone thirty days after they ended, not before; the audit log stays', async () => {
    const { actor } = await signedIn('author');
    await signIn(at.reader, { email: actor.email, password });
    await createSetupLink(at.system);
    await signOutEverywhere(at.as(actor), { userId: actor.id });
    const left = async () =>
      (
        await at.db.execute(sql`select (select count(*)::int from sessions) as sessions,
        (select count(*)::int from links) as links, (select count(*)::int > 0 from audit) as audit`)
      )[0];
    await at.setClock(29 * 86_400);
    await purgeSignInTraces(at.system);
    expect(await left()).toEqual({ sessions: 2, links: 1, audit: true });
    await at.setClock(32 * 86_400);
    expect(await purgeSignInTraces(at.system)).toBe(3);
    expect(await left()).toEqual({ sessions: 0, links: 0, audit: true });
  });
});

describe('the audit log', () => {
  test('A4 every act is there with who, what, before and after, and no row can be changed or taken out', async () => {
    const { actor: admin } = await signedIn('administrator');
    const { actor } = await signedIn('author');
    await changeAccess(at.as(admin), { userId: actor.id, role: 'editor', sectionIds: [] });
    const [row] = await at.db.execute(
      sql`select actor_id, actor_name, verb, subject, subject_id, before, after from audit order by id desc limit 1`,
    );
    expect(row).toEqual({
      actor_id: String(admin.id),
      actor_name: admin.name,
      verb: 'change-access',
      subject: 'user',
      subject_id: String(actor.id),
      before: { role: 'author', sectionIds: [] },
      after: { role: 'editor', sectionIds: [] },
    });
    for (const attack of [sql`update audit set verb = 'x'`, sql`delete from audit`, sql`truncate audit`])
      await expect(at.db.execute(attack)).rejects.toThrow();
    expect(await at.db.select({ id: users.id }).from(users).where(eq(users.id, actor.id))).toHaveLength(1);
  });
});
