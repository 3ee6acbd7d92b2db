import type { SiteFrame } from '@/features/articles/ui/site/site-frame';
import { readLook, readSite } from '@/features/settings/read';
import { zonedYear } from '@/lib/dates';
import { env } from '@/lib/env';
import { messages } from '@/lib/messages';

/** The paper's name, words and clock for a page, from its settings. */
export async function readFrame(): Promise<SiteFrame & { tagline: string; description: string }> {
  const [{ siteName, language, timeZone, tagline, description }, { logos }] = await Promise.all([
    readSite(),
    readLook(),
  ]);
  return {
    siteName,
    language,
    timeZone,
    year: zonedYear(new Date(), timeZone),
    tagline,
    description,
    origin: env().siteUrl,
    logos,
    words: messages(language),
  };
}
