import type { Messages } from '@/lib/messages';
import type { ShownComment } from '../../queries';

export interface CommentItemProps {
  comment: ShownComment;
  /** Whose comment this answers; undefined for a top comment, null when that one is gone. */
  answers?: string | null;
  when: { iso: string; text: string };
  messages: Messages['comments'];
  /** Whether a reply link is offered. */
  open: boolean;
}

/** One comment as everybody sees it: plain text in, paragraphs out, links left as words. */
export function CommentItem({ comment, answers, when, messages, open }: CommentItemProps) {
  return (
    <article
      className="comment"
      id={`comment-${comment.id}`}
      data-depth={comment.depth}
      aria-labelledby={`by-${comment.id}`}
    >
      <header>
        <b id={`by-${comment.id}`} dir="auto">
          {comment.name}
        </b>
        {comment.staff && <span className="badge"> {messages.staff}</span>}
        {answers !== undefined && (
          <span className="answers">
            {' '}
            {answers === null ? messages.parentRemoved : messages.inReplyTo(answers)}
          </span>
        )}{' '}
        <a href={`#comment-${comment.id}`} title={messages.permalink}>
          <time dateTime={when.iso}>{when.text}</time>
        </a>
      </header>
      <CommentBody text={comment.body} />
      {open && (
        <a
          className="reply"
          href={`/comment/reply/${comment.id}`}
          rel="nofollow"
          aria-label={messages.replyTo(comment.name)}
        >
          {messages.reply}
        </a>
      )}
    </article>
  );
}

/** Blank lines part paragraphs, single ones break lines. */
export function CommentBody({ text }: { text: string }) {
  let at = 0;
  return (
    <div className="comment-body" dir="auto">
      {text.split(/\n{2,}/).map((paragraph) => {
        const key = at;
        at += paragraph.length + 2;
        return <p key={key}>{paragraph}</p>;
      })}
    </div>
  );
}
