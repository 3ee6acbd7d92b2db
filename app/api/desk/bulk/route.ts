import { nothingInput } from '@/features/articles/notes-input';
import { findBulkChange } from '@/features/articles/queries/bulk';
import { lookup } from '@/features/lookup';

/** How far one's change of many stories is; 404 when there is none to tell of. */
export const GET = lookup(nothingInput, findBulkChange);
