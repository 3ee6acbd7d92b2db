import { type Ctx, transact } from '@/db/context';
import { authorise } from '@/features/users/rules';
import type { SaveMenus } from '../menus';
import { writeSettings } from './update-settings';

/**
 * Sets the menus over and under every page (R16). What an entry leads to need not exist: it is shown while it does.
 */
export async function saveMenus(ctx: Ctx, menus: SaveMenus): Promise<void> {
  authorise(ctx.actor, 'edit-settings');
  await transact(ctx, (tx) => writeSettings(tx, menus));
}
