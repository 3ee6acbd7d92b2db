import { revisionsInput } from '@/features/articles/desk-input';
import { listRevisions } from '@/features/articles/queries/draft';
import { lookup } from '@/features/lookup';

/** The versions of an article, newest first, 40 at a time. */
export const GET = lookup(revisionsInput, listRevisions);
