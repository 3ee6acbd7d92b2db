import { database } from '@/db/client';
import { type Ctx, readContext } from '@/db/context';
import { findAddress } from '@/features/settings/queries';
import { cacheTags } from '@/lib/cache-tags';
import { answer, touch } from '@/lib/press-notes';
import { pathWords } from '@/lib/public-path';

/** There is no page: it has another address, never was (or is not for readers), or was taken away for good. */
export interface NoPage {
  state: 'moved' | 'missing' | 'gone';
}

export const readerContext = (): Ctx => readContext(database(), { kind: 'reader' });

/** Sends the reader on for ever. */
export function moved(to: string): NoPage {
  answer(301, to);
  return { state: 'moved' };
}

export function missing(): NoPage {
  answer(404);
  return { state: 'missing' };
}

export function gone(): NoPage {
  answer(410);
  return { state: 'gone' };
}

/**
 * What is left for a path where nothing stands: a redirect that somebody made (a renamed section, an imported site), or
 * nothing. The page goes stale when an address is made there.
 */
export async function elsewhere(path: string): Promise<NoPage> {
  const words = pathWords(path);
  if (words === null || words.length === 0) return missingFor(path);
  touchPath(words);
  const address = await findAddress(readerContext(), words.join('/'));
  return address?.kind === 'redirect' && address.target ? moved(address.target) : missing();
}

/** An address for which no row can exist has no path to wait for, but is kept like any other page. */
function missingFor(path: string): NoPage {
  touch(cacheTags.path(path.slice(0, 100)));
  return missing();
}

export const touchPath = (words: string[]): void => touch(cacheTags.path(`/${words.join('/')}`));
