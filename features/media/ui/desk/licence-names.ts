import type { LibrarySight } from '../../rules';
import type { SentMedia } from './sent-media';

/** Kinds of licence in the desk's words, in the order they are offered. */
export const licenceNames: Record<SentMedia['licenceKind'], string> = {
  unknown: 'Not known',
  own: 'Our own',
  agency: 'Agency',
  single_use: 'One use only',
  handout: 'Handout',
  creative_commons: 'Creative Commons',
  public_domain: 'Public domain',
};

export const kindNames: Record<SentMedia['kind'], string> = {
  picture: 'Pictures',
  document: 'Documents',
  audio: 'Sound',
  video: 'Film',
};

export const sightNames: Record<LibrarySight, string> = {
  expiring: 'Licence ends within 30 days',
  expired: 'Licence has ended',
  unused: 'In no story',
  alike: 'Looks like another',
  undescribed: 'Without a description',
};

/** What has to be said of a file's licence, or null. */
export function licenceWarning(item: SentMedia, uses = item.uses ?? 0): string | null {
  const where = uses === 0 ? 'No story shows it.' : `It is in ${uses === 1 ? 'a story' : `${uses} stories`}.`;
  if (item.licenceState === 'expired')
    return `The licence ended on ${dayInWords(item.expiresOn)}. ${where}${uses > 0 ? ' Take it out there, or renew the licence.' : ''}`;
  if (item.licenceState === 'expiring') return `The licence ends on ${dayInWords(item.expiresOn)}. ${where}`;
  if (item.licenceKind === 'single_use' && uses > 1) return `It may be used once, and is in ${uses} stories.`;
  return null;
}

/** "3 Dec 2026" of a calendar day. */
export const dayInWords = (day: string | null | undefined): string =>
  day
    ? new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(
        new Date(`${day}T12:00Z`),
      )
    : '';
