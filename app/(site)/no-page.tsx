import { readNewest } from '@/features/articles/read/lists';
import { type NoPageProps, NoPage as Words } from '@/features/articles/ui/site/no-page';
import type { SiteFrame } from '@/features/articles/ui/site/site-frame';

/** Where there is no page: what became of it, a search, and the newest stories. Of a moved one nobody sees it. */
export async function NoPage({ state, site }: Pick<NoPageProps, 'state'> & { site: SiteFrame }) {
  return <Words state={state} site={site} newest={state === 'moved' ? [] : await readNewest()} />;
}
