import { articleIdInput } from '@/features/articles/desk-input';
import { listShareLinks } from '@/features/articles/queries/share-links';
import { lookup } from '@/features/lookup';

/** The links by which people outside read the article. */
export const GET = lookup(articleIdInput, listShareLinks);
