import type { Ctx } from '@/db/context';
import { applyDuePublications } from '@/features/articles/commands';

/** Work that falls due by the database clock. `run` does all of it and says how much that was; it may run in every process at once. */
export interface DueWork {
  name: string;
  run(ctx: Ctx): Promise<number>;
}

export const dueWork: readonly DueWork[] = [{ name: 'publications', run: applyDuePublications }];
