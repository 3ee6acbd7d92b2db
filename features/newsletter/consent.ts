import type { Settings } from '@/features/settings/queries';
import { messages } from '@/lib/messages';
import { keyedHash } from '@/lib/signed-token';

/** A sentence as a form carries it, with the proof that this paper wrote it. */
export interface Consent {
  wording: string;
  proof: string;
}

const proofOf = (wording: string): string => keyedHash('newsletter consent', wording);

/** What a reader agrees to by signing up now: the paper's own sentence, or ours in its language. */
export function consentNow({
  newsletterConsent,
  language,
  siteName,
}: Pick<Settings, 'newsletterConsent' | 'language' | 'siteName'>): Consent {
  const wording = newsletterConsent || messages(language).newsletter.consent(siteName);
  return { wording, proof: proofOf(wording) };
}

/**
 * The sentence that stood under the form a reader sent, also when another has been set since her page was made. Null
 * when it is not of this paper: what the public types is never kept as a consent.
 */
export const consentShown = ({ wording, proof }: Consent): string | null =>
  proof !== '' && proof === proofOf(wording) ? wording : null;
