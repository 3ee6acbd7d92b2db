import { articleIdInput } from '@/features/articles/desk-input';
import { listPeopleOf } from '@/features/articles/queries/people';
import { lookup } from '@/features/lookup';

/** Whom an article may be given to, and who may be named in a note on it. */
export const GET = lookup(articleIdInput, listPeopleOf);
