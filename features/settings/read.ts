import { cache } from 'react';
import { database } from '@/db/client';
import { readContext } from '@/db/context';
import { cacheTags } from '@/lib/cache-tags';
import { touch } from '@/lib/press-notes';
import type { Settings } from './input';
import { readSettings } from './queries';

const settingsOfRequest = cache(() => readSettings(readContext(database(), { kind: 'reader' })));

/** The paper's settings for a page; the page goes stale when they change. One SELECT a request. */
export async function readSite(): Promise<Settings> {
  touch(cacheTags.settings, cacheTags.site);
  return settingsOfRequest();
}
