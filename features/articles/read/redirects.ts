import { may } from '@/features/users/rules';
import { deskContext } from '@/features/users/session';
import { findRedirect, listRedirects } from '../queries/redirects';

/** A page of redirects for those who may change them; null for everybody else. */
export async function readRedirects(wanted: { matching: string; after?: string }) {
  const ctx = await deskContext();
  return may(ctx.actor, 'edit-redirects') ? listRedirects(ctx, wanted) : null;
}

/** One of them; null also when it is gone. */
export async function readRedirect(path: string) {
  const ctx = await deskContext();
  return may(ctx.actor, 'edit-redirects') ? findRedirect(ctx, path) : null;
}
