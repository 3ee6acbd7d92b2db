import { sql } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { authorise } from '@/features/users/rules';
import { Conflict } from '@/lib/errors';
import type { SaveMenus } from '../menus';
import { readSettings } from '../queries';
import { writeSettings } from './update-settings';

/**
 * Sets the menus over and under every page (R16), from what was seen. When somebody else saved in between nothing is
 * written, and Conflict carries theirs. What an entry leads to need not exist: it is shown while it does.
 */
export async function saveMenus(ctx: Ctx, { seen, ...menus }: SaveMenus): Promise<void> {
  authorise(ctx.actor, 'edit-settings');
  await transact(ctx, async (tx) => {
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('menus'))`);
    const { mainMenu, footerMenu } = await readSettings(tx);
    const theirs = { mainMenu, footerMenu };
    if (!isSame(theirs, seen) && !isSame(theirs, menus))
      throw Conflict(
        'Somebody else changed the menus after you opened this page. Save again to put yours in their place, or load the page to see theirs.',
        { detail: { theirs } },
      );
    await writeSettings(tx, menus);
  });
}

type Menus = Omit<SaveMenus, 'seen'>;

/** Both have passed the same shape, which puts their parts in order. */
const isSame = (one: Menus, other: Menus): boolean =>
  JSON.stringify([one.mainMenu, one.footerMenu]) === JSON.stringify([other.mainMenu, other.footerMenu]);
