import { readConfirmation } from '@/features/newsletter/read/site';
import { ConfirmPage, LinkGone } from '@/features/newsletter/ui/site/subscription-pages';
import { readFrame } from '../../../read-frame';

export const metadata = { robots: { index: false } };

export default async function Confirm({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, { words }] = await Promise.all([params, readFrame()]);
  const lists = await readConfirmation(token);
  if (!lists) return <LinkGone words={words.newsletter} />;
  return <ConfirmPage token={token} lists={lists} words={words.newsletter} />;
}
