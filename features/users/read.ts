import { database } from '@/db/client';
import { readContext, type StaffActor } from '@/db/context';
import { findLink } from './links';
import {
  findUser,
  hasAdministrator,
  listSessions,
  listStaff,
  type OpenSession,
  type StaffMember,
} from './queries';
import { may } from './rules';
import { currentActor, deskContext, sessionToken } from './session';

const strangerContext = () => readContext(database(), { kind: 'reader' });

/** Whether the paper has an administrator: before that there is only the set-up page, after it no set-up page any more. */
export const readIsSetUp = (): Promise<boolean> => hasAdministrator(strangerContext());

/** Whether whoever asks is signed in, for the pages before the desk. */
export const readIsSignedIn = async (): Promise<boolean> => (await currentActor()).kind === 'staff';

/** Whether a mailed link still works, and whose it is. Reading changes nothing: mail scanners follow links. */
export async function readLink(
  purpose: 'setup' | 'reset' | 'invitation',
  token: string,
): Promise<{ email: string; name: string } | null> {
  const ctx = strangerContext();
  const link = token.length > 200 ? null : await findLink(ctx.db, purpose, token);
  if (!link) return null;
  if (purpose === 'setup') return { email: '', name: '' };
  const user = link.userId === null ? null : await findUser(ctx, link.userId);
  return user && !user.disabledAt ? { email: user.email, name: user.name } : null;
}

/** Everybody who signs in here; null for those who may not see that. */
export async function readStaff(): Promise<{ staff: StaffMember[]; self: StaffActor } | null> {
  const ctx = await deskContext();
  if (!may(ctx.actor, 'manage-users')) return null;
  return { staff: await listStaff(ctx), self: ctx.actor };
}

/** One person with their open sessions, or null: nobody there, or not for these eyes. */
export async function readStaffMember(
  id: number,
): Promise<{ person: StaffMember; sessions: OpenSession[]; self: StaffActor } | null> {
  const ctx = await deskContext();
  if (!may(ctx.actor, 'manage-users')) return null;
  const [person] = await listStaff(ctx, id);
  if (!person) return null;
  return { person, sessions: await listSessions(ctx, id, await sessionToken()), self: ctx.actor };
}

/** Oneself, one's open sessions and choices. */
export async function readAccount(): Promise<{
  self: StaffActor;
  sessions: OpenSession[];
  noticeMail: boolean;
}> {
  const ctx = await deskContext();
  const [sessions, user] = await Promise.all([
    listSessions(ctx, ctx.actor.id, await sessionToken()),
    findUser(ctx, ctx.actor.id),
  ]);
  return { self: ctx.actor, sessions, noticeMail: user?.noticeMail ?? false };
}
