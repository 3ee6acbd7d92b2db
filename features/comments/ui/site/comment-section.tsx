import type { Messages } from '@/lib/messages';
import type { ShownComment, ThreadPage } from '../../queries';
import { CommentForm } from './comment-form';
import { CommentItem } from './comment-item';

export interface CommentSectionProps {
  articleId: number;
  articleHref: string;
  /** R5: "2 comments on TITLE". */
  line: string;
  thread: ThreadPage & { open: boolean };
  /** Whether this is a later page of threads. */
  continued: boolean;
  messages: Messages['comments'];
  formatTime: (at: Date) => { iso: string; text: string };
}

/** The discussion under a story, rendered inside its cached page: nothing here depends on who reads it. */
export function CommentSection({
  articleId,
  articleHref,
  line,
  thread,
  continued,
  messages,
  formatTime,
}: CommentSectionProps) {
  const names = new Map(thread.comments.map((comment) => [comment.id, comment.name]));
  return (
    <section id="comments" className="comments" aria-labelledby="comments-line">
      <h2 id="comments-line">{line}</h2>
      {continued && <a href={`${articleHref}#comments`}>{messages.first}</a>}
      {thread.comments.map((comment) => (
        <CommentItem
          key={comment.id}
          comment={comment}
          answers={whomItAnswers(comment, names)}
          when={formatTime(comment.createdAt)}
          messages={messages}
          open={thread.open}
        />
      ))}
      {thread.nextAfter !== null && (
        <a rel="next" href={`${articleHref}?after=${thread.nextAfter}#comments`}>
          {messages.more}
        </a>
      )}
      {thread.open ? (
        <div className="leave-comment">
          <h3 id="leave-a-comment">{messages.leave}</h3>
          <CommentForm
            articleId={articleId}
            parentId={null}
            messages={messages}
            submitLabel={messages.preview}
          />
        </div>
      ) : (
        <p className="fine-print">{messages.closed}</p>
      )}
    </section>
  );
}

/** Said only where the nesting does not say it: below the third level, or where the answered comment is gone. */
function whomItAnswers(comment: ShownComment, names: Map<number, string>): string | null | undefined {
  if (comment.parentId === null) return undefined;
  const name = names.get(comment.parentId) ?? null;
  return name === null || comment.depth >= 3 ? name : undefined;
}
