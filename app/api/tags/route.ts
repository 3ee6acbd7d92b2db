import { findTagsInput } from '@/features/articles/desk-input';
import { lookup } from '@/features/lookup';
import { listTags } from '@/features/taxonomy/queries';

/** Tags whose name holds what has been typed so far. */
export const GET = lookup(findTagsInput, (ctx, { matching }) => listTags(ctx, { matching, limit: 12 }));
