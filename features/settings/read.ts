import { cache } from 'react';
import { database } from '@/db/client';
import { readContext } from '@/db/context';
import { may } from '@/features/users/rules';
import { deskContext } from '@/features/users/session';
import { cacheTags } from '@/lib/cache-tags';
import { lookStyle } from '@/lib/look';
import { touch } from '@/lib/press-notes';
import type { Settings } from './input';
import { accentsOf, type Logos } from './look';
import { describeMail, type MailDescription } from './mail-in-force';
import { readPaper, readSettings } from './queries';

const paperOfRequest = cache(() => readPaper(readContext(database(), { kind: 'reader' })));

/** The paper's settings for a page; the page goes stale when they change. One SELECT a request. */
export async function readSite(): Promise<Settings> {
  touch(cacheTags.settings, cacheTags.site);
  return (await paperOfRequest()).settings;
}

/**
 * How the paper looks where it does not look like ours, from the same SELECT: the style for a page's head, empty for none,
 * and the pictures that stand for the paper. The page goes stale when one gets another file, too.
 */
export async function readLook(): Promise<{ style: string; logos: Logos }> {
  touch(cacheTags.settings);
  const { settings, logos } = await paperOfRequest();
  for (const logo of Object.values(logos)) if (logo) touch(cacheTags.media(logo.mediaId));
  return { style: lookStyle(accentsOf(settings.look), settings.look.nameInAccent), logos };
}

/** How the paper looks, for whoever may change it; null for everybody else. */
export async function readLookForDesk() {
  const ctx = await deskContext();
  if (!may(ctx.actor, 'edit-settings')) return null;
  const { settings, logos } = await readPaper(ctx);
  return { siteName: settings.siteName, look: settings.look, logos };
}

/** The settings for whoever may change them; null for everybody else. */
export async function readSettingsForDesk(): Promise<Settings | null> {
  const ctx = await deskContext();
  return may(ctx.actor, 'edit-settings') ? readSettings(ctx) : null;
}

/** How mail goes out, for administrators, and whom a test goes to unless another is named; null for everybody else. */
export async function readMailForDesk(): Promise<{ mail: MailDescription; testTo: string } | null> {
  const ctx = await deskContext();
  if (!may(ctx.actor, 'edit-settings')) return null;
  return { mail: await describeMail(ctx), testTo: ctx.actor.kind === 'staff' ? ctx.actor.email : '' };
}
