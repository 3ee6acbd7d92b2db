import { revisionInput } from '@/features/articles/desk-input';
import { findRevision } from '@/features/articles/queries/draft';
import { lookup } from '@/features/lookup';

/** One version, whole. */
export const GET = lookup(revisionInput, findRevision);
