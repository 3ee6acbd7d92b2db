import { sql } from 'drizzle-orm';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { closeQueue } from '@/db/queue';
import { cloneDatabase, type TestDatabase } from '@/db/testing';
import { listMailbox, mailBy, readMailbox } from '@/lib/mailer';
import {
  acceptInvitation,
  changePassword,
  createUser,
  disableUser,
  inviteUser,
  mailInvitation,
  mailPasswordChanged,
  mailPasswordReset,
  requestPasswordReset,
  resendInvitation,
  resetPassword,
  signIn,
  withdrawInvitation,
} from './commands';
import { findActor, listStaff } from './queries';

const oldPassword = 'seven lean oxen graze';
const password = 'eight fat geese sleep';
const siteName = 'The Evening Post';

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
  await at.db.execute(sql`truncate attempts; delete from pgboss.job`);
});

let made = 0;
const newAddress = () => `mail-${Date.now()}-${++made}@paper.example`;
async function newPerson() {
  const email = newAddress();
  const input = { email, name: 'Mary Ann', role: 'author' as const, sectionIds: [] };
  const { userId } = await createUser(at.system, { ...input, password: oldPassword });
  return { email, userId };
}
const enter = (email: string, typed: string) => signIn(at.reader, { email, password: typed });

/** The newest mail to an address, and the link in it. */
async function mailTo(address: string) {
  for (const { id } of await listMailbox({ limit: 30 })) {
    const mail = await simpleParser((await readMailbox(id)) ?? Buffer.of());
    if (![mail.to ?? []].flat().some(({ value }) => value[0]?.address === address)) continue;
    const link = new URL(/https?:[\w:/.-]+/.exec(mail.text ?? '')?.[0] ?? 'http://none.invalid/');
    return {
      subject: mail.subject,
      from: mail.from?.text,
      text: mail.text,
      link,
      token: link.pathname.split('/').at(-1) ?? '',
    };
  }
  throw new Error(`no mail to ${address}`);
}
const jobs = async () =>
  (
    await at.db.execute<{ name: string; data: unknown }>(sql`select name, data from pgboss.job order by name`)
  ).map(({ name, data }) => ({ name, data }));
const linkFor = async (userId: number, email: string) => {
  await mailPasswordReset(at.system, { userId, siteName, via: mailBy(null) });
  return (await mailTo(email)).token;
};

describe('a forgotten password', () => {
  test('A1 a mailed link chooses a new password once, ends every session and tells the address', async () => {
    const { email, userId } = await newPerson();
    const { token: session } = await enter(email, oldPassword);
    await requestPasswordReset(at.reader, { email: email.toUpperCase() });
    expect(await jobs()).toEqual([{ name: 'mail.password-reset', data: { userId } }]);
    await mailPasswordReset(at.system, { userId, siteName, via: mailBy(null) });
    const mail = await mailTo(email);
    expect(mail).toMatchObject({ subject: 'A new password for The Evening Post' });
    expect(mail.link.origin).toBe('http://localhost:3000');
    expect(Buffer.from(mail.token, 'base64url')).toHaveLength(32);
    const stored = JSON.stringify(await at.db.execute(sql`select * from links`));
    expect(stored).not.toContain(mail.token);

    await resetPassword(at.reader, { token: mail.token, password });
    expect(await findActor(at.db, session)).toBeNull();
    await expect(enter(email, oldPassword)).rejects.toMatchObject({ code: 'invalid' });
    expect(await enter(email, password)).toMatchObject({ userId });
    await expect(resetPassword(at.reader, { token: mail.token, password })).rejects.toMatchObject({
      message: expect.stringContaining('Ask for a new one'),
    });
    expect(await jobs()).toContainEqual({ name: 'mail.password-changed', data: { userId } });
    await mailPasswordChanged(at.system, { userId, siteName, via: mailBy(null) });
    expect((await mailTo(email)).text).toContain('was changed just now');
  });

  test('A1 nobody can tell by the answer or the job whether an address has an account', async () => {
    expect(await requestPasswordReset(at.reader, { email: 'nobody@paper.example' })).toBeUndefined();
    expect(await jobs()).toEqual([{ name: 'mail.password-reset', data: { userId: 0 } }]);
    await mailPasswordReset(at.system, { userId: 0, siteName, via: mailBy(null) });
  });

  test('A1 a link holds for an hour and is void after any change of the password', async () => {
    const { email, userId } = await newPerson();
    const late = await linkFor(userId, email);
    await at.setClock(3601);
    await expect(resetPassword(at.reader, { token: late, password })).rejects.toMatchObject({
      code: 'invalid',
    });
    await at.setClock(0);
    const one = await linkFor(userId, email);
    const other = await linkFor(userId, email);
    await resetPassword(at.reader, { token: one, password });
    await expect(resetPassword(at.reader, { token: other, password })).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  test('A1 of two uses of one link at once, one gets through', async () => {
    const { email, userId } = await newPerson();
    const token = await linkFor(userId, email);
    const both = await Promise.allSettled([
      resetPassword(at.reader, { token, password }),
      resetPassword(at.reader, { token, password: 'another good one' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('A1 a weak password is refused and the link still holds', async () => {
    const { email, userId } = await newPerson();
    const token = await linkFor(userId, email);
    await expect(resetPassword(at.reader, { token, password: 'password1' })).rejects.toMatchObject({
      fields: { password: expect.stringContaining('tried first') },
    });
    await resetPassword(at.reader, { token, password });
  });

  test('A1 a reset link is not an invitation, and a disabled account gets neither', async () => {
    const { email, userId } = await newPerson();
    const token = await linkFor(userId, email);
    await expect(acceptInvitation(at.reader, { token, name: 'X', password })).rejects.toMatchObject({
      code: 'invalid',
    });
    await disableUser(at.system, { userId });
    await expect(resetPassword(at.reader, { token, password })).rejects.toMatchObject({ code: 'invalid' });
    await requestPasswordReset(at.reader, { email });
    expect(await jobs()).toContainEqual({ name: 'mail.password-reset', data: { userId: 0 } });
  });

  test('A1 one address gets three mails an hour, however often a stranger asks; a network is stopped after twenty', async () => {
    const { email, userId } = await newPerson();
    for (let i = 0; i < 8; i++) await requestPasswordReset(at.reader, { email, networkHash: 'stranger' });
    expect(await jobs()).toEqual(Array(3).fill({ name: 'mail.password-reset', data: { userId } }));
    const asked = Array.from({ length: 20 }, (_, i) =>
      requestPasswordReset(at.reader, { email: `any-${i}@paper.example`, networkHash: 'stranger' }),
    );
    const refused = (await Promise.allSettled(asked)).filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThanOrEqual(8);
    expect(refused[0]).toMatchObject({ reason: { code: 'too-many', retryAfterSeconds: expect.any(Number) } });
  });
});

describe('one’s own password', () => {
  test('A1 changing it asks for the current one and ends every other session', async () => {
    const { email } = await newPerson();
    const { token: here } = await enter(email, oldPassword);
    const { token: elsewhere } = await enter(email, oldPassword);
    const actor = await findActor(at.db, here);
    if (!actor) throw new Error('not signed in');
    const ctx = at.as(actor);
    await expect(changePassword(ctx, { currentPassword: 'guessed', password })).rejects.toMatchObject({
      fields: { currentPassword: 'That is not your current password.' },
    });
    await changePassword(ctx, { currentPassword: oldPassword, password, keepToken: here });
    expect(await findActor(at.db, here)).not.toBeNull();
    expect(await findActor(at.db, elsewhere)).toBeNull();
    expect(await jobs()).toEqual([{ name: 'mail.password-changed', data: { userId: actor.id } }]);
  });

  test('A1 guessing at it in a borrowed session stops after ten', async () => {
    const { email } = await newPerson();
    const actor = await findActor(at.db, (await enter(email, oldPassword)).token);
    if (!actor) throw new Error('not signed in');
    const guess = () =>
      changePassword(at.as(actor), { currentPassword: 'guessed', password }).catch((e) => e.code);
    for (let i = 0; i < 10; i++) expect(await guess()).toBe('invalid');
    expect(await guess()).toBe('too-many');
  });
});

describe('an invitation', () => {
  const invite = async (email: string) => {
    const { userId } = await inviteUser(at.system, {
      email,
      name: 'New Person',
      role: 'editor',
      sectionIds: [],
    });
    await mailInvitation(at.system, { userId, siteName, via: mailBy(null) });
    return { userId, token: (await mailTo(email)).token };
  };
  const stateOf = async (userId: number) =>
    (await listStaff(at.system)).find(({ id }) => id === userId)?.state;

  test('A1 a mailed link lets a new person in, once, within seven days', async () => {
    const email = newAddress();
    const { userId, token } = await invite(email);
    expect(await stateOf(userId)).toBe('invited');
    await expect(enter(email, '')).rejects.toMatchObject({ code: 'invalid' });
    await at.setClock(7 * 86_400 + 1);
    await expect(acceptInvitation(at.reader, { token, name: 'N', password })).rejects.toMatchObject({
      code: 'invalid',
    });
    await at.setClock(7 * 86_400 - 60);
    const { token: session } = await acceptInvitation(at.reader, { token, name: 'Nell Person', password });
    expect(await findActor(at.db, session)).toMatchObject({
      id: userId,
      name: 'Nell Person',
      role: 'editor',
    });
    await expect(acceptInvitation(at.reader, { token, name: 'N', password })).rejects.toMatchObject({
      code: 'invalid',
    });
    expect(await stateOf(userId)).toBe('active');
    await expect(resendInvitation(at.system, { userId })).rejects.toMatchObject({ code: 'conflict' });
    await expect(withdrawInvitation(at.system, { userId })).rejects.toMatchObject({ code: 'conflict' });
  });

  test('A1 a second invitation makes the first link void; one taken back leaves nobody', async () => {
    const email = newAddress();
    const { userId, token } = await invite(email);
    await resendInvitation(at.system, { userId });
    await mailInvitation(at.system, { userId, siteName, via: mailBy(null) });
    const second = (await mailTo(email)).token;
    await expect(acceptInvitation(at.reader, { token, name: 'N', password })).rejects.toMatchObject({
      code: 'invalid',
    });
    await withdrawInvitation(at.system, { userId });
    await expect(acceptInvitation(at.reader, { token: second, name: 'N', password })).rejects.toMatchObject({
      code: 'invalid',
    });
    expect(await stateOf(userId)).toBeUndefined();
  });

  test('A1 an address that is taken, in any capitals, is refused with a sentence for its field', async () => {
    const { email } = await newPerson();
    await expect(
      inviteUser(at.system, { email: email.toUpperCase(), name: 'N', role: 'author', sectionIds: [] }),
    ).rejects.toMatchObject({ code: 'conflict', fields: { email: expect.stringContaining('already') } });
  });
});
