import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { database } from '@/db/client';
import { type Actor, type Ctx, readContext, type StaffActor } from '@/db/context';
import { networkHash } from '@/lib/client-network';
import { requestPathHeader } from '@/lib/request-path';
import { sessionCookieName, sessionCookieOptions, sessionTokenIn } from '@/lib/session-cookie';
import type { Origin } from './commands/open-session';
import { findActor } from './queries';

/** Who sent the request that is being answered. Asked of the database once a request, however often it is called. */
export const currentActor = cache(async (): Promise<Actor> => {
  return (await findActor(database(), await sessionToken())) ?? { kind: 'reader' };
});

/** The session id this browser holds, whether it is worth anything or not. */
export const sessionToken = async (): Promise<string | null> =>
  (await cookies()).get(sessionCookieName())?.value ?? null;

/** The same for route handlers, which are handed the request. `quietly` as in `findActor`. */
export async function actorOfRequest(request: Request, options?: { quietly: boolean }): Promise<Actor> {
  const token = sessionTokenIn(request.headers.get('cookie'));
  return (await findActor(database(), token, options)) ?? { kind: 'reader' };
}

/** The signed-in person; anybody else is sent to sign in and comes back here afterwards. For desk pages only. */
export async function requireStaff(): Promise<StaffActor> {
  const actor = await currentActor();
  if (actor.kind === 'staff') return actor;
  const path = (await headers()).get(requestPathHeader);
  redirect(path && path !== '/admin' ? `/admin/login?from=${encodeURIComponent(path)}` : '/admin/login');
}

/** A context for the desk's reading functions, as the signed-in person. */
export async function deskContext(): Promise<Ctx & { actor: StaffActor }> {
  const actor = await requireStaff();
  return { ...readContext(database(), actor), actor };
}

/** Where the request that is being answered comes from, for opening a session. */
export async function requestOrigin(): Promise<Origin> {
  const sent = await headers();
  return {
    networkHash: networkHash({ headers: sent }),
    userAgent: sent.get('user-agent'),
    replacesToken: await sessionToken(),
  };
}

/** Gives this browser the session. In a server action or route handler only. */
export async function keepSession(token: string): Promise<void> {
  (await cookies()).set(sessionCookieName(), token, sessionCookieOptions());
}

/** Takes the session cookie away. In a server action or route handler only. */
export async function dropSession(): Promise<void> {
  (await cookies()).set(sessionCookieName(), '', { ...sessionCookieOptions(), maxAge: 0 });
}
