import { type Ctx, transact } from '@/db/context';
import { authorise } from '@/features/users/rules';
import type { DeskCheck } from '../desk-check';
import { writeSettings } from './update-settings';

/** Sets what the desk check says, and what it keeps from going out, by rule and role (D11). */
export async function saveDeskCheck(ctx: Ctx, deskCheck: DeskCheck): Promise<void> {
  authorise(ctx.actor, 'edit-settings');
  await transact(ctx, (tx) => writeSettings(tx, { deskCheck }));
}
