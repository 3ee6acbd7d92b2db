import { articleIdInput } from '@/features/articles/desk-input';
import { listNotes } from '@/features/articles/queries/notes';
import { lookup } from '@/features/lookup';

/** What staff said about an article. */
export const GET = lookup(articleIdInput, listNotes);
