import { readSettings } from '@/features/settings/queries';
import { may } from '@/features/users/rules';
import { deskContext } from '@/features/users/session';
import { placeOf } from '../list-input';
import { listTrash } from '../queries/trash';
import { paperOf } from './desk';

/** What lies in the trash, from a place in it that the address may name. */
export async function readTrash({ after }: { after?: unknown }) {
  const ctx = await deskContext();
  const place = typeof after === 'string' && after.length < 100 ? placeOf('saved', after) : undefined;
  const [page, settings] = await Promise.all([listTrash(ctx, place), readSettings(ctx)]);
  return {
    page,
    isFirst: place === undefined,
    paper: paperOf(settings),
    days: settings.trashDays,
    mayPurge: may(ctx.actor, 'purge-trash'),
  };
}
