import type { Ctx } from '@/db/context';
import type { DueKind } from '@/db/due';
import {
  applyDueArrangements,
  applyDuePublications,
  lowerDueBars,
  purgeDueStories,
  watchDue,
} from '@/features/articles/commands';
import { purgeDueMedia } from '@/features/media/commands';
import { keepCampaignsGoing, startDueCampaigns } from '@/features/newsletter/commands';
import { purgeDueShelves } from '@/features/taxonomy/commands';

/** Work that falls due by the database clock. */
export interface DueWork {
  kind: DueKind;
  /** Does all that is due and says how much that was; it may run in every process at once. */
  run(ctx: Ctx): Promise<number>;
  /** What is seen to at every look, each second at least, whether anything is due or not. One cheap statement when idle. */
  look?(ctx: Ctx): Promise<void>;
}

export const dueWork: readonly DueWork[] = [
  { kind: 'publications', run: applyDuePublications, look: watchDue },
  { kind: 'campaigns', run: startDueCampaigns, look: keepCampaignsGoing },
  { kind: 'bars', run: lowerDueBars },
  { kind: 'arrangements', run: applyDueArrangements },
  { kind: 'trash', run: emptyTrash },
];

/** What has lain in the trash long enough goes for good: stories first, so that files they alone used are free. */
async function emptyTrash(ctx: Ctx): Promise<number> {
  return (await purgeDueStories(ctx)) + (await purgeDueMedia(ctx)) + (await purgeDueShelves(ctx));
}
