import type { commentPolicy, commentState } from '@/db/schema';

export type CommentState = (typeof commentState.enumValues)[number];
export type CommentPolicy = (typeof commentPolicy.enumValues)[number];
