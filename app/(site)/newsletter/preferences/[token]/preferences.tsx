import { readPreferences } from '@/features/newsletter/read/site';
import { LinkGone, PreferencesPage } from '@/features/newsletter/ui/site/subscription-pages';
import { readFrame } from '../../../read-frame';

/** A reader's own page, and the same with the word that it was saved. */
export async function Preferences({ token, saved }: { token: string; saved: boolean }) {
  const [{ words }, found] = await Promise.all([readFrame(), readPreferences(token)]);
  if (!found) return <LinkGone words={words.newsletter} />;
  return <PreferencesPage token={token} {...found} saved={saved} words={words.newsletter} />;
}
