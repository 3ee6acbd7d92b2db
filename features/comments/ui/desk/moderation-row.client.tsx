'use client';

import { Button } from '@/components/ui/button';
import { When } from '@/components/ui/when';
import type { QueuedComment } from '../../queries';
import type { Decision } from './decision-keys';

interface RowProps {
  comment: QueuedComment;
  position: number;
  current: boolean;
  chosen: boolean;
  state: Decision;
  timeZone: string;
  onFocus: () => void;
  onChoose: () => void;
  onDecide: (to: Decision) => void;
}

const offers: { to: Decision; label: string; key: string }[] = [
  { to: 'approved', label: 'Approve', key: 'a' },
  { to: 'held', label: 'Hold', key: 'h' },
  { to: 'spam', label: 'Spam', key: 's' },
  { to: 'deleted', label: 'Delete', key: 'd' },
];

/** One comment with what a moderator needs to decide: who, where, in answer to what, and why it was held. */
export function ModerationRow({
  comment,
  position,
  current,
  chosen,
  state,
  timeZone,
  onFocus,
  onChoose,
  onDecide,
}: RowProps) {
  return (
    <li
      data-at={position}
      data-comment={comment.id}
      aria-current={current ? 'true' : undefined}
      onFocus={onFocus}
      className="grid grid-cols-[auto_1fr] gap-x-3 px-3 py-4 aria-[current]:bg-sunken"
    >
      <input
        type="checkbox"
        checked={chosen}
        onChange={onChoose}
        aria-label={`Choose the comment by ${comment.name}`}
        className="mt-0.5 self-start"
      />
      <article aria-labelledby={`who-${comment.id}`} className="min-w-0 max-w-3xl space-y-2">
        <header className="flex flex-wrap items-baseline gap-x-2 text-sm text-muted">
          <b id={`who-${comment.id}`} dir="auto" className="text-ink">
            {comment.name}
          </b>
          {comment.email && <span className="break-all">{comment.email}</span>}
          {comment.staff && <span>Staff</span>}
          <When at={comment.createdAt} timeZone={timeZone} />
          <span>
            on{' '}
            {comment.article.href ? (
              <a href={`${comment.article.href}#comments`} className="underline">
                {comment.article.title}
              </a>
            ) : (
              comment.article.title
            )}
          </span>
        </header>
        {comment.parent && (
          <blockquote className="border-rule border-s-2 ps-3 text-muted text-sm" dir="auto">
            {comment.parent.name}: {comment.parent.body}
          </blockquote>
        )}
        <p className="whitespace-pre-line break-words" dir="auto">
          {comment.body}
        </p>
        {comment.reasons.length > 0 && (
          <p className="text-muted text-sm">Because: {comment.reasons.join('; ')}</p>
        )}
        <div className="flex flex-wrap gap-2">
          {offers
            .filter(({ to }) => to !== state)
            .map(({ to, label, key }) => (
              <Button
                key={to}
                size="small"
                variant={to === 'approved' ? 'primary' : 'quiet'}
                title={`${label} (${key})`}
                onClick={() => onDecide(to)}
              >
                {label}
              </Button>
            ))}
        </div>
      </article>
    </li>
  );
}
