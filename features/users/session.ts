import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { database } from '@/db/client';
import { type Actor, type Ctx, readContext, type StaffActor } from '@/db/context';
import { requestPathHeader } from '@/lib/request-path';
import { sessionCookieName, sessionTokenIn } from '@/lib/session-cookie';
import { findActor } from './queries';

/** Who sent the request that is being answered. Asked of the database once a request, however often it is called. */
export const currentActor = cache(async (): Promise<Actor> => {
  const token = (await cookies()).get(sessionCookieName())?.value ?? null;
  return (await findActor(database(), token)) ?? { kind: 'reader' };
});

/** The same for route handlers, which are handed the request. */
export async function actorOfRequest(request: Request): Promise<Actor> {
  const token = sessionTokenIn(request.headers.get('cookie'));
  return (await findActor(database(), token)) ?? { kind: 'reader' };
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
