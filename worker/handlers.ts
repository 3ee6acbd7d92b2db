import type { Ctx } from '@/db/context';
import type { JobName, Jobs } from '@/db/queue';

/** What each job does: a command, run as `system`. Everything here may be run twice without harm. */
export const handlers: { [N in JobName]?: (ctx: Ctx, data: Jobs[N]) => Promise<unknown> } = {};
