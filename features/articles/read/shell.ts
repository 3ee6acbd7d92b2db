import { cache } from 'react';
import { cacheTags } from '@/lib/cache-tags';
import { goodUntil, leavesBarPlace, touch } from '@/lib/press-notes';
import { findBarForReaders, type StandingBar } from '../queries/bar';
import { readShellRows, type Shell } from '../queries/shell';
import { readerContext } from './elsewhere';

/** What stands around every page. One SELECT a request. */
export const readShell = cache(async (): Promise<Shell> => {
  touch(cacheTags.site, cacheTags.taxonomy);
  return readShellRows(readerContext());
});

/** The bar over every page, or `place` where the press sets it in as the page goes out (decision 088). */
export async function readBar(): Promise<StandingBar | 'place' | null> {
  if (leavesBarPlace()) return 'place';
  touch(cacheTags.bar);
  const bar = await findBarForReaders(readerContext());
  goodUntil(bar?.lowerAt ?? null);
  return bar;
}
