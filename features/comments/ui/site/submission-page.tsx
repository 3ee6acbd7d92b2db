import type { Messages } from '@/lib/messages';
import type { DiscussedArticle, ShownComment, Submission } from '../../queries';
import { CommentBody } from './comment-body';
import { CommentForm } from './comment-form';

type Words = Messages['comments'];

interface FoundSubmission {
  submission: Submission & { commentId: number | null; commentState: string | null };
  article: DiscussedArticle;
  parent: ShownComment | null;
  nonce: string;
  messages: Words;
}

/** C2: what the comment will look like, a button that posts it, and the form to change it. */
export function CommentPreview({ submission, article, parent, nonce, messages }: FoundSubmission) {
  const faulty = Object.keys(submission.errors).length > 0;
  const formFault = submission.errors.form;
  return (
    <main id="content" className="form-page">
      <StoryLink article={article} />
      <h1>{faulty ? messages.fixTitle : messages.previewTitle}</h1>
      {formFault && <p role="alert">{messages.errors[`form.${formFault}`]}</p>}
      {!faulty && (
        <>
          <p className="fine-print">{messages.previewHint}</p>
          {parent && <Quoted comment={parent} messages={messages} />}
          <article className="comment">
            <header>
              <b dir="auto">{submission.name}</b>
            </header>
            <CommentBody text={submission.body} />
          </article>
          <form method="post" action={`/api/comments/${submission.id}`} className="confirm-form">
            <input type="hidden" name="nonce" value={nonce} />
            <button type="submit">{messages.post}</button>
          </form>
          <h2>{messages.change}</h2>
        </>
      )}
      <CommentForm
        articleId={submission.articleId}
        parentId={formFault === 'parentGone' ? null : submission.parentId}
        submissionId={submission.id}
        typed={submission}
        errors={submission.errors}
        messages={messages}
        submitLabel={faulty ? messages.preview : messages.update}
      />
    </main>
  );
}

/** C2: says whether it is published or held, and leads back. */
export function CommentReceipt({ submission, article, messages }: FoundSubmission) {
  const published = submission.commentState === 'approved';
  return (
    <main id="content" className="form-page">
      <h1>{messages.receiptTitle}</h1>
      <p role="status">{published ? messages.published : messages.held}</p>
      <article className="comment">
        <header>
          <b dir="auto">{submission.name}</b>
        </header>
        <CommentBody text={submission.body} />
      </article>
      <p>
        <a href={published ? `${article.href}#comment-${submission.commentId}` : `${article.href}#comments`}>
          {published ? messages.seeIt : messages.backToStory}
        </a>
      </p>
    </main>
  );
}

/** The form to answer one comment, which is quoted above it. */
export function ReplyPage({
  parent,
  article,
  messages,
}: {
  parent: ShownComment;
  article: DiscussedArticle;
  messages: Words;
}) {
  return (
    <main id="content" className="form-page">
      <StoryLink article={article} />
      <h1>{messages.replyTo(parent.name)}</h1>
      <Quoted comment={parent} messages={messages} />
      <CommentForm
        articleId={article.id}
        parentId={parent.id}
        messages={messages}
        submitLabel={messages.preview}
      />
    </main>
  );
}

export function CommentGone({ messages, sentence = messages.gone }: { messages: Words; sentence?: string }) {
  return (
    <main id="content" className="form-page">
      <h1>{messages.goneTitle}</h1>
      <p>{sentence}</p>
    </main>
  );
}

const StoryLink = ({ article }: { article: DiscussedArticle }) => (
  <p className="kicker">
    <a href={`${article.href}#comments`}>{article.title}</a>
  </p>
);

const Quoted = ({ comment, messages }: { comment: ShownComment; messages: Words }) => (
  <blockquote className="quoted-comment" cite={`#comment-${comment.id}`}>
    <p className="fine-print">{messages.inReplyTo(comment.name)}</p>
    <CommentBody text={comment.body} />
  </blockquote>
);
