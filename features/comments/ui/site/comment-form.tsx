import { FormField } from '@/components/site/form-field';
import type { Messages } from '@/lib/messages';
import { commentLimits } from '../../input';

export interface CommentFormProps {
  articleId: number;
  parentId: number | null;
  messages: Messages['comments'];
  /** A pending submission that is being changed. */
  submissionId?: string;
  typed?: { name: string; email: string; body: string };
  /** Names of `messages.errors`, by field. */
  errors?: Record<string, string>;
  submitLabel: string;
}

/** The native form: everything in it works without scripts, and nothing in it is per visitor. */
export function CommentForm({
  articleId,
  parentId,
  messages,
  submissionId,
  typed,
  errors = {},
  submitLabel,
}: CommentFormProps) {
  const sentence = (field: string) =>
    errors[field] ? messages.errors[`${field}.${errors[field]}`] : undefined;
  return (
    <form method="post" action="/api/comments" className="comment-form" id="comment-form">
      <input type="hidden" name="articleId" value={articleId} />
      {parentId !== null && <input type="hidden" name="parentId" value={parentId} />}
      {submissionId && <input type="hidden" name="submissionId" value={submissionId} />}
      <FormField
        label={messages.name}
        name="name"
        defaultValue={typed?.name}
        error={sentence('name')}
        autoComplete="name"
        maxLength={commentLimits.nameChars}
        required
      />
      <FormField
        label={messages.email}
        name="email"
        type="email"
        defaultValue={typed?.email}
        hint={messages.emailHint}
        error={sentence('email')}
        autoComplete="email"
        maxLength={commentLimits.emailChars}
        required
      />
      <FormField
        label={messages.body}
        name="body"
        defaultValue={typed?.body}
        error={sentence('body')}
        rows={6}
        multiline
        required
      />
      <div className="trap" aria-hidden="true">
        <label>
          {messages.leaveEmpty}
          <input type="text" name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      <p className="fine-print">{messages.privacy}</p>
      <button type="submit">{submitLabel}</button>
    </form>
  );
}
