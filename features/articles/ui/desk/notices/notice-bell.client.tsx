'use client';

import { Bell } from 'lucide-react';
import Link from 'next/link';
import { useEffect } from 'react';
import { buttonLook } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { useUnread } from './unread.client';

/** Leads to what one was told, and says how much of it is new. */
export function NoticeBell({ unread: rendered }: { unread?: number }) {
  const unread = useUnread(rendered);
  useEffect(listenLater, []);
  const label = unread === 0 ? 'Notices' : `Notices, ${unread} unread`;
  return (
    <Link
      href="/admin/notices"
      aria-label={label}
      title={label}
      className={classNames(
        buttonLook({ variant: 'quiet' }),
        'relative aspect-square px-0! no-underline pointer-coarse:min-w-11',
      )}
    >
      <Bell />
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="absolute end-0 top-0 min-w-4 rounded-full bg-fill px-1 text-center text-[0.625rem] text-on-fill leading-4 tabular-nums forced-colors:border"
        >
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  );
}

/** A page first does what it was opened for. */
const restMs = 2_500;

/** The desk's stream tells the number; it is fetched when the page is at rest. */
function listenLater(): () => void {
  let stop = () => {};
  let gone = false;
  const timer = setTimeout(() => {
    void import('../presence/desk-stream.client')
      .then(({ watchDesk }) => {
        if (!gone) stop = watchDesk(() => undefined);
      })
      .catch(() => undefined);
  }, restMs);
  return () => {
    gone = true;
    clearTimeout(timer);
    stop();
  };
}
