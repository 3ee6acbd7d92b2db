import type { Ctx } from '@/db/context';
import type { JobName, Jobs } from '@/db/queue';
import { makeRenditions } from '@/features/media/commands';

/**
 * What each job does: a command, run as `system`. Everything here may be run twice without harm. `signal` is aborted when
 * the process is asked to stop: a long job then leaves off at a whole step by `signal.throwIfAborted()`, which hands it back.
 */
export const handlers: {
  [N in JobName]?: (ctx: Ctx, data: Jobs[N], signal: AbortSignal) => Promise<unknown>;
} = {
  'media.renditions': makeRenditions,
};
