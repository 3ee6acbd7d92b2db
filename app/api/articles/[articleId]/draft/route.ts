import { saveTypedDraft } from '@/features/articles/commands';
import { articleIdInput, saveTypedDraftInput } from '@/features/articles/desk-input';
import { findDraft } from '@/features/articles/queries/draft';
import { endpoint } from '@/features/endpoint';
import { lookup, signedOut } from '@/features/lookup';
import { actorOfRequest } from '@/features/users/session';

/** The newest text, for a page that has been open for a while. */
export const GET = lookup(articleIdInput, (ctx, { articleId }) => findDraft(ctx, articleId));

/**
 * Autosave. A route handler, not a server action: its address outlives a new build, it may outlive its page, and it
 * re-renders nothing under the writer's hands.
 */
export const POST = endpoint({
  input: saveTypedDraftInput,
  command: saveTypedDraft,
  maxBytes: 4 * 1024 * 1024,
  before: async (request) => {
    if ((await actorOfRequest(request)).kind === 'reader') throw signedOut();
  },
});
