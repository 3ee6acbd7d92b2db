import { cache } from 'react';
import { cacheTags } from '@/lib/cache-tags';
import { goodUntil, touch } from '@/lib/press-notes';
import { readShellRows, type Shell } from '../queries/shell';
import { readerContext } from './elsewhere';

/** What stands around every page; the page turns when the bar lowers itself. One SELECT a request. */
export const readShell = cache(async (): Promise<Shell> => {
  touch(cacheTags.site, cacheTags.taxonomy);
  const shell = await readShellRows(readerContext());
  goodUntil(shell.bar?.lowerAt ?? null);
  return shell;
});
