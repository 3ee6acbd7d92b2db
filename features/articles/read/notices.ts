import { readSettings } from '@/features/settings/queries';
import { deskContext } from '@/features/users/session';
import { listNoticesInput } from '../notes-input';
import { countUnread, listNotices } from '../queries/notices';

/** What one was told; `asked` is the address's search, read leniently. */
export async function readNotices(asked: { before?: unknown }) {
  const ctx = await deskContext();
  const { before } = listNoticesInput.parse(asked);
  const [page, { timeZone }] = await Promise.all([listNotices(ctx, { before }), readSettings(ctx)]);
  return { page, before: before ?? null, timeZone };
}

/** For the bell of every desk page. */
export async function readUnread(): Promise<number> {
  const { unread } = await countUnread(await deskContext());
  return unread;
}
