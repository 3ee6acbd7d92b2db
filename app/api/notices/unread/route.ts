import { nothingInput } from '@/features/articles/notes-input';
import { countUnread } from '@/features/articles/queries/notices';
import { lookup } from '@/features/lookup';

/** How much one was told and has not looked at yet. */
export const GET = lookup(nothingInput, countUnread);
