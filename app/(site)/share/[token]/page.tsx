import { BreakingBar } from '@/components/site/breaking-bar';
import { MessagePage } from '@/components/site/message-page';
import { readShared } from '@/features/articles/read/shared';
import { ArticlePage } from '@/features/articles/ui/site/article-page';
import { formatDate } from '@/lib/dates';
import { readFrame } from '../../read-frame';

export const metadata = { robots: { index: false, follow: false } };

/** D10: the newest version of a story, for somebody outside who was sent the link. */
export default async function SharedPage({ params }: { params: Promise<{ token: string }> }) {
  const [shared, site] = await Promise.all([readShared((await params).token), readFrame()]);
  const words = site.words.paper.shared;
  if (shared.state !== 'open')
    return (
      <MessagePage title={words.overTitle}>
        <p>{words.over}</p>
      </MessagePage>
    );
  return (
    <>
      <BreakingBar label={words.label} text={words.says(formatDate(shared.expiresAt, 'moment', site))} />
      <ArticlePage article={shared.article} site={site} passable={false} />
    </>
  );
}
