import { cache } from 'react';
import { database } from '@/db/client';
import { readContext } from '@/db/context';
import { may } from '@/features/users/rules';
import { deskContext } from '@/features/users/session';
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

/** The settings for whoever may change them; null for everybody else. */
export async function readSettingsForDesk(): Promise<Settings | null> {
  const ctx = await deskContext();
  return may(ctx.actor, 'edit-settings') ? readSettings(ctx) : null;
}
