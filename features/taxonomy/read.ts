import { cache } from 'react';
import { database } from '@/db/client';
import { readContext } from '@/db/context';
import { cacheTags } from '@/lib/cache-tags';
import { touch } from '@/lib/press-notes';
import { type ListedSection, listSections } from './queries';

const sectionsOfRequest = cache(() => listSections(readContext(database(), { kind: 'reader' })));

/** Every section, parents before their children, for menus and section pages. One SELECT a request. */
export async function readSections(): Promise<ListedSection[]> {
  touch(cacheTags.taxonomy);
  return sectionsOfRequest();
}
