import { readReplyTarget } from '@/features/comments/read';
import { CommentGone, ReplyPage } from '@/features/comments/ui/site/submission-page';
import { readSite } from '@/features/settings/read';
import { messages } from '@/lib/messages';

export const metadata = { robots: { index: false } };

export default async function Reply({ params }: { params: Promise<{ id: string }> }) {
  const [{ id }, site] = await Promise.all([params, readSite()]);
  const words = messages(site.language).comments;
  const target = await readReplyTarget(id);
  return target?.open ? (
    <ReplyPage {...target} messages={words} />
  ) : (
    <CommentGone messages={words} sentence={words.replyGone} />
  );
}
