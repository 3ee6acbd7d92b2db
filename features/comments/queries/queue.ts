import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { articleAddress } from '@/features/articles/rules';
import { authorise } from '@/features/users/rules';
import type { CommentState } from './types';

export const queuePageSize = 50;

export interface QueuedComment {
  id: number;
  name: string;
  email: string | null;
  staff: boolean;
  body: string;
  state: CommentState;
  reasons: string[];
  createdAt: Date;
  article: { id: number; title: string; href: string | null };
  parent: { name: string; body: string } | null;
}

export interface QueuePage {
  comments: QueuedComment[];
  /** Cursor of the next page (`before`), null on the last. */
  nextBefore: string | null;
}

/** `createdAt` and id of the last row seen, as the address carries them: `<milliseconds>-<id>`. */
export function parseQueueCursor(value: string | undefined): { at: Date; id: number } | null {
  const match = /^(\d{1,15})-(\d{1,15})$/.exec(value ?? '');
  return match ? { at: new Date(Number(match[1])), id: Number(match[2]) } : null;
}

/** One state's comments, newest first, by index `comments_queue (state, created_at desc, id desc)`. For moderators only. */
export async function listQueue(
  ctx: Ctx,
  state: CommentState,
  before: { at: Date; id: number } | null,
): Promise<QueuePage> {
  authorise(ctx.actor, 'moderate-comments');
  const from = before
    ? sql`and (c.created_at, c.id) < (${before.at.toISOString()}::timestamptz, ${before.id})`
    : sql``;
  const rows = await ctx.db.execute<Row>(sql`
    select c.id, c.name, m.email, c.user_id is not null as staff, c.body, c.state, c.reasons, c.created_at, c.article_id,
      coalesce(live.title, head.title) as title, a.live_slug, s.slug as section_slug, p.name as parent_name, left(p.body, 300) as parent_body
    from comments c join articles a on a.id = c.article_id
      left join commenters m on m.id = c.commenter_id left join comments p on p.id = c.parent_id
      left join revisions live on live.id = a.live_revision_id left join revisions head on head.id = a.head_revision_id
      left join sections s on s.id = a.live_section_id
    where c.state = ${state} ${from}
    order by c.created_at desc, c.id desc limit ${queuePageSize + 1}`);
  const shown = rows.slice(0, queuePageSize).map(queued);
  const last = rows.length > queuePageSize ? shown.at(-1) : undefined;
  return { comments: shown, nextBefore: last ? `${last.createdAt.getTime()}-${last.id}` : null };
}

/** How many wait in each queue; held and spam are counted to 1,000 at most, so that the desk stays fast. */
export async function countQueues(ctx: Ctx): Promise<Record<'held' | 'spam', number>> {
  authorise(ctx.actor, 'moderate-comments');
  const [row] = await ctx.db.execute<{ held: string; spam: string }>(sql`
    select (select count(*) from (select 1 from comments where state = 'held' limit 1000) x) as held,
      (select count(*) from (select 1 from comments where state = 'spam' limit 1000) x) as spam`);
  return { held: Number(row?.held ?? 0), spam: Number(row?.spam ?? 0) };
}

type Row = {
  id: string;
  name: string;
  email: string | null;
  staff: boolean;
  body: string;
  state: CommentState;
  reasons: string[];
  created_at: string;
  article_id: string;
  title: string | null;
  live_slug: string | null;
  section_slug: string | null;
  parent_name: string | null;
  parent_body: string | null;
};

const queued = (row: Row): QueuedComment => ({
  id: Number(row.id),
  name: row.name,
  email: row.email,
  staff: row.staff,
  body: row.body,
  state: row.state,
  reasons: row.reasons,
  createdAt: new Date(row.created_at),
  article: {
    id: Number(row.article_id),
    title: row.title ?? '',
    href: row.live_slug ? articleAddress({ sectionSlug: row.section_slug, slug: row.live_slug }) : null,
  },
  parent: row.parent_name === null ? null : { name: row.parent_name, body: row.parent_body ?? '' },
});
