import type { Messages } from '@/lib/messages';
import type { ShownComment, ThreadPage } from '../../queries';
import { CommentForm } from './comment-form';
import { commentHtml } from './comment-html';

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
  const drawn = (comment: ShownComment) =>
    commentHtml({
      comment,
      answers: whomItAnswers(comment, names),
      when: formatTime(comment.createdAt),
      messages,
      open: thread.open,
    });
  return (
    <section id="comments" className="comments" aria-labelledby="comments-line">
      <h2 id="comments-line">{line}</h2>
      {continued && <a href={`${articleHref}#comments`}>{messages.first}</a>}
      {thread.comments.length > 0 && (
        <div
          // biome-ignore lint/security/noDangerouslySetInnerHtml: made by commentHtml, which escapes everything
          dangerouslySetInnerHTML={{ __html: thread.comments.map(drawn).join('') }}
        />
      )}
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
