import { revisionsInput } from '@/features/articles/desk-input';
import { listVersions } from '@/features/articles/queries/history';
import { lookup } from '@/features/lookup';

/** The versions of an article as the runs in which they were written, newest first. */
export const GET = lookup(revisionsInput, listVersions);
