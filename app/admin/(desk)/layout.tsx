import type { ReactNode } from 'react';
import type { DeskGroup } from '@/components/admin/desk-entries';
import { DeskShell } from '@/components/admin/desk-shell.client';
import { readUnread } from '@/features/articles/read/notices';
import { readDueAlarm } from '@/features/articles/read/schedule';
import { NoticeBell } from '@/features/articles/ui/desk/notices/notice-bell.client';
import { DueAlarm } from '@/features/articles/ui/desk/schedule/due-alarm.client';
import { readSite } from '@/features/settings/read';
import { signOutAction } from '@/features/users/actions';
import { may, type Verb } from '@/features/users/rules';
import { requireStaff } from '@/features/users/session';

/** The desk around its pages. Each page asks for itself who it is: a layout is not run again when one goes on. */
export default async function DeskPagesLayout({ children }: { children: ReactNode }) {
  const [actor, { siteName }, unread, alarm] = await Promise.all([
    requireStaff(),
    readSite(),
    readUnread(),
    readDueAlarm(),
  ]);
  const groups = parts
    .map(({ label, entries }) => ({
      label,
      // A section editor has her sections' part of it.
      entries: entries.filter(({ verb }) => may(actor, verb, { sectionIds: actor.sectionIds })),
    }))
    .filter(({ entries }) => entries.length > 0);
  return (
    <DeskShell
      siteName={siteName}
      groups={groups}
      newStoryHref={may(actor, 'create-article') ? '/admin/articles/new' : undefined}
      findAddress="/api/desk-find"
      raiseBarHref={may(actor, 'curate') ? '/admin/front?bar=raise' : undefined}
      bell={<NoticeBell unread={unread} />}
      user={{ name: actor.name, role: actor.role }}
      accountHref="/admin/account"
      signOut={signOutAction}
      alarm={<DueAlarm initial={alarm} />}
    >
      {children}
    </DeskShell>
  );
}

type Part = Omit<DeskGroup, 'entries'> & { entries: (DeskGroup['entries'][number] & { verb: Verb })[] };

/** Every part of the desk, with the verb that opens it. */
const parts: Part[] = [
  {
    label: 'Write',
    entries: [
      { icon: 'stories', label: 'Stories', href: '/admin/articles', verb: 'read-desk' },
      { icon: 'schedule', label: 'Schedule', href: '/admin/schedule', verb: 'read-desk' },
      { icon: 'board', label: 'Board', href: '/admin/board', verb: 'read-desk' },
      { icon: 'calendar', label: 'Calendar', href: '/admin/calendar', verb: 'read-desk' },
      { icon: 'front', label: 'Front page', href: '/admin/front', verb: 'curate' },
      { icon: 'pages', label: 'Pages', href: '/admin/pages', verb: 'curate' },
      { icon: 'media', label: 'Media', href: '/admin/media', verb: 'upload-media' },
      { icon: 'trash', label: 'Trash', href: '/admin/trash', verb: 'read-desk' },
    ],
  },
  {
    label: 'Readers',
    entries: [
      { icon: 'comments', label: 'Comments', href: '/admin/comments', verb: 'moderate-comments' },
      { icon: 'newsletter', label: 'Newsletter', href: '/admin/newsletter', verb: 'compose-newsletter' },
    ],
  },
  {
    label: 'The paper',
    entries: [
      { icon: 'sections', label: 'Sections', href: '/admin/sections', verb: 'edit-taxonomy' },
      { icon: 'tags', label: 'Tags', href: '/admin/tags', verb: 'edit-taxonomy' },
      { icon: 'series', label: 'Series', href: '/admin/series', verb: 'edit-taxonomy' },
      { icon: 'authors', label: 'Authors', href: '/admin/authors', verb: 'edit-authors' },
      { icon: 'users', label: 'Users', href: '/admin/users', verb: 'manage-users' },
      { icon: 'settings', label: 'Settings', href: '/admin/settings', verb: 'edit-settings' },
      { icon: 'mailbox', label: 'Mailbox', href: '/admin/mailbox', verb: 'read-mailbox' },
    ],
  },
];
