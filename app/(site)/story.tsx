import type { ArticleView } from '@/features/articles/queries/site';
import { ArticlePage } from '@/features/articles/ui/site/article-page';
import type { SiteFrame } from '@/features/articles/ui/site/site-frame';
import { articleGraph, StructuredData } from '@/features/articles/ui/site/structured-data';
import { readThread } from '@/features/comments/read';
import { CommentSection } from '@/features/comments/ui/site/comment-section';
import { showTime } from '@/lib/dates';

interface StoryProps {
  article: ArticleView;
  site: SiteFrame;
  /** Which page of the discussion, as the address has it. */
  after?: string | string[];
}

/** A live story with its discussion: two subjects that know nothing of each other meet here. */
export async function Story({ article, site, after }: StoryProps) {
  const discussion = await readDiscussion(article, after);
  const line = discussion && site.words.comments.line(article.commentCount, article.title);
  return (
    <>
      <ArticlePage article={article} site={site} commentLine={line}>
        {discussion && line && (
          <CommentSection
            articleId={article.id}
            articleHref={article.href}
            line={line}
            thread={discussion}
            continued={typeof after === 'string'}
            messages={site.words.comments}
            formatTime={(at) => showTime(at, 'short', site)}
          />
        )}
      </ArticlePage>
      <StructuredData graph={articleGraph(article, site)} />
    </>
  );
}

/** R5: none where comments are hidden, or closed before anybody said anything. */
async function readDiscussion(
  { id, commentPolicy: policy, commentCount, liveAt }: ArticleView,
  after: StoryProps['after'],
) {
  if (policy === 'hidden' || liveAt === null) return null;
  const thread = await readThread(
    id,
    { policy, firstLiveAt: liveAt },
    typeof after === 'string' ? after : undefined,
  );
  return thread.open || commentCount > 0 ? thread : null;
}
