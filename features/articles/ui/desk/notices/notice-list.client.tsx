'use client';

import { useEffect, useOptimistic, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Kbd } from '@/components/ui/kbd';
import { toast } from '@/components/ui/toast.client';
import { isShortcut } from '@/lib/shortcuts';
import { markAllNoticesAction, markNoticesAction } from '../../../notes-actions';
import type { NoticeLine } from '../../../queries/notices';
import { ask } from '../ask';
import { isTyping } from '../is-typing';
import { lookForNotices } from './unread.client';

interface NoticeListProps {
  lines: NoticeLine[];
  timeZone: string;
}

type Marking = { ids: number[]; read: boolean };

/** What one was told, under one's fingers: j and k move, Enter opens, m marks as read or unread. */
export function NoticeList({ lines, timeZone }: NoticeListProps) {
  const [shown, mark] = useOptimistic(lines, (before, { ids, read }: Marking) =>
    before.map((line) => (ids.includes(line.id) ? { ...line, readAt: read ? new Date() : null } : line)),
  );
  const [pending, startTransition] = useTransition();
  const [at, setAt] = useState(0);
  const list = useRef<HTMLOListElement>(null);
  const format = timeFormat(timeZone);
  const unread = shown.filter(({ readAt }) => readAt === null).length;

  const markThese = (ids: number[], read: boolean) =>
    startTransition(async () => {
      mark({ ids, read });
      const answer = await ask(markNoticesAction, { noticeIds: ids, read });
      if (!answer.ok) toast.error(answer.sentence);
      await lookForNotices();
    });
  const markAll = () =>
    startTransition(async () => {
      mark({ ids: shown.map(({ id }) => id), read: true });
      const answer = await ask(markAllNoticesAction, {});
      if (!answer.ok) return void toast.error(answer.sentence);
      await lookForNotices();
      const { noticeIds } = answer.result;
      toast('All marked as read.', {
        action: { label: 'Undo', onClick: () => markThese(noticeIds.slice(0, 200), false) },
      });
    });

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      const step = isShortcut('notices.next', event) ? 1 : isShortcut('notices.previous', event) ? -1 : 0;
      const current = shown[at];
      if (step !== 0) {
        const next = Math.min(Math.max(at + step, 0), shown.length - 1);
        setAt(next);
        list.current?.querySelector<HTMLElement>(`[data-at="${next}"] a`)?.focus();
      } else if (isShortcut('notices.read', event) && current)
        markThese([current.id], current.readAt === null);
      else if (isShortcut('notices.allRead', event) && unread > 0) markAll();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });

  return (
    <>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <p className="text-muted text-sm" aria-live="polite">
          {unread === 0 ? 'Nothing unread here.' : `${unread} unread here.`}
        </p>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2 text-muted text-xs">
          <span className="flex items-center gap-1 max-sm:hidden pointer-coarse:hidden">
            <Kbd>j</Kbd> <Kbd>k</Kbd> move, <Kbd>m</Kbd> marks, <Kbd>Shift</Kbd> <Kbd>m</Kbd> all
          </span>
          <Button size="small" loading={pending && unread === 0} disabled={unread === 0} onClick={markAll}>
            Mark all as read
          </Button>
        </p>
      </div>
      <ol ref={list} className="divide-y divide-rule border-rule border-y">
        {shown.map((line, n) => (
          <li
            key={line.id}
            data-at={n}
            data-unread={line.readAt === null || undefined}
            onFocus={() => setAt(n)}
            className={classNames(
              'flex items-start gap-3 px-2 py-2.5',
              line.readAt === null ? 'bg-raised' : 'text-soft',
            )}
          >
            <span
              aria-hidden="true"
              className={classNames(
                'mt-2 size-2 shrink-0 rounded-full',
                line.readAt === null ? 'bg-accent forced-colors:border' : '',
              )}
            />
            <div className="min-w-0 flex-1">
              <p>
                <a href={hrefOf(line)} className="block no-underline hover:underline">
                  {line.readAt === null && <span className="sr-only">Unread: </span>}
                  <span dir="auto">{line.byName}</span>{' '}
                  {line.kind === 'mention' ? 'named you in a note on' : 'gave you'}{' '}
                  <span className="font-serif text-base" dir="auto">
                    {line.title || 'Untitled story'}
                  </span>
                </a>
              </p>
              {line.text && (
                <p className="line-clamp-2 text-muted text-sm" dir="auto">
                  {line.text}
                </p>
              )}
              <p className="text-muted text-xs">
                <time dateTime={line.createdAt.toISOString()} className="tabular-nums">
                  {format.format(line.createdAt)}
                </time>
              </p>
            </div>
            <Button size="small" variant="quiet" onClick={() => markThese([line.id], line.readAt === null)}>
              {line.readAt === null ? 'Mark as read' : 'Mark as unread'}
              <span className="sr-only">
                : {line.byName}, {line.title || 'Untitled story'}
              </span>
            </Button>
          </li>
        ))}
      </ol>
    </>
  );
}

const hrefOf = ({ articleId, noteId }: NoticeLine): string =>
  `/admin/articles/${articleId}${noteId === null ? '' : `?note=${noteId}`}`;

const timeFormat = (timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  });
