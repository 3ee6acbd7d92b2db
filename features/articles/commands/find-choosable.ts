import type { Ctx } from '@/db/context';
import { familyOf, listSections } from '@/features/taxonomy/queries';
import { authorise } from '@/features/users/rules';
import type { FindChoosable } from '../front-input';
import { matterOfPage } from '../front-rules';
import { type ChosenStory, listChoosable } from '../queries/curation';

/** Stories for the places of a page, by words of their headlines: for the desk's search. Changes nothing. */
export async function findChoosable(ctx: Ctx, { page, words }: FindChoosable): Promise<ChosenStory[]> {
  authorise(ctx.actor, 'curate', matterOfPage(page));
  const family = page.sectionId === null ? null : familyOf(page.sectionId, await listSections(ctx));
  return listChoosable(ctx, { words, family });
}
