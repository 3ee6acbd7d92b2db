import type { Ctx } from '@/db/context';
import { applyDuePublications } from '@/features/articles/commands';
import { keepCampaignsGoing, startDueCampaigns } from '@/features/newsletter/commands';

/** Work that falls due by the database clock. `run` does all of it and says how much that was; it may run in every process at once. */
export interface DueWork {
  name: string;
  run(ctx: Ctx): Promise<number>;
  /** What is seen to at every look, each second at least, whether anything is due or not. One cheap statement when idle. */
  look?(ctx: Ctx): Promise<void>;
}

export const dueWork: readonly DueWork[] = [
  { name: 'publications', run: applyDuePublications },
  { name: 'newsletters', run: startDueCampaigns, look: keepCampaignsGoing },
];
