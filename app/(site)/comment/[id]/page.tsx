import { readSubmission } from '@/features/comments/read';
import { CommentGone, CommentPreview, CommentReceipt } from '@/features/comments/ui/site/submission-page';
import { readSite } from '@/features/settings/read';
import { messages } from '@/lib/messages';

export const metadata = { robots: { index: false } };

export default async function CommentPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ id }, site] = await Promise.all([params, readSite()]);
  const words = messages(site.language).comments;
  const found = await readSubmission(id);
  if (!found) return <CommentGone messages={words} />;
  if (found.submission.state === 'posted') return <CommentReceipt {...found} messages={words} />;
  return <CommentPreview {...found} messages={words} />;
}
