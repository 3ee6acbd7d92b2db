import type { Ctx } from '@/db/context';
import { Forbidden } from '@/lib/errors';
import type { SaveTypedDraft } from '../desk-input';
import { type SavedDraft, saveDraft } from './save-draft';

/** `saveDraft` for the editor's page: nothing is saved in the name of whoever has signed in there since. */
export async function saveTypedDraft(ctx: Ctx, { typedBy, ...draft }: SaveTypedDraft): Promise<SavedDraft> {
  if (ctx.actor.kind === 'staff' && ctx.actor.id !== typedBy)
    throw Forbidden(
      `${ctx.actor.name} has signed in here since. Sign in as yourself in another tab; what you typed is kept here.`,
      { detail: { signedOut: true } },
    );
  return saveDraft(ctx, draft);
}
