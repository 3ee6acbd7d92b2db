import { readUnsubscribing } from '@/features/newsletter/read/site';
import { LinkGone, UnsubscribePage } from '@/features/newsletter/ui/site/subscription-pages';
import { readFrame } from '../../../read-frame';

export const metadata = { robots: { index: false } };

export default async function UnsubscribeByButton({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, { words }] = await Promise.all([params, readFrame()]);
  const found = await readUnsubscribing(token);
  if (!found) return <LinkGone words={words.newsletter} />;
  return <UnsubscribePage token={token} {...found} words={words.newsletter} />;
}
