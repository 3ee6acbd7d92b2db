import type { CommentPolicy } from '../queries/types';

export interface Discussion {
  policy: CommentPolicy;
  firstLiveAt: Date;
}

/** When the discussion of an article closes by itself, or null when it never does. */
export const closesAt = ({ firstLiveAt }: Discussion, closeAfterDays: number): Date | null =>
  closeAfterDays > 0 ? new Date(firstLiveAt.getTime() + closeAfterDays * 86_400_000) : null;

/** Whether readers may still add to it. */
export function isOpen(discussion: Discussion, closeAfterDays: number, now: Date): boolean {
  const closing = closesAt(discussion, closeAfterDays);
  return discussion.policy === 'open' && (closing === null || now < closing);
}

/** Replies nest three deep and stay flat from there. */
export const replyDepth = (parentDepth: number): number => Math.min(parentDepth + 1, 3);

/** Submissions a network may make in ten minutes before it is asked to wait. */
export const submissionsPerTenMinutes = 20;
