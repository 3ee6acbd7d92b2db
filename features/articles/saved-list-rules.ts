import type { Actor } from '@/db/context';
import { may } from '@/features/users/rules';

/** One's own list, or a shared one for who looks after the whole desk. */
export const mayChangeList = (actor: Actor, list: { ownerId: number; shared: boolean }): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'staff' && (actor.id === list.ownerId || (list.shared && may(actor, 'edit-settings'))));

/** A list that everybody sees is for those who see everybody's stories. */
export const mayShareList = (actor: Actor): boolean => may(actor, 'read-article');
