import { readSchedule } from '@/features/articles/read/schedule';
import { SchedulePage } from '@/features/articles/ui/desk/schedule/schedule-page';
import { readPlannedIssues } from '@/features/newsletter/read/desk';

export const metadata = { title: 'Schedule' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Stories and newsletters meet here: all that happens by itself. */
export default async function ScheduledThingsPage({ searchParams }: Props) {
  const [schedule, issues] = await Promise.all([readSchedule(await searchParams), readPlannedIssues()]);
  const others = schedule.isFirst
    ? issues.map(({ id, subject, dueAt }) => ({
        key: `issue ${id}`,
        at: dueAt,
        what: 'Newsletter',
        tone: 'accent' as const,
        title: subject,
        href: `/admin/newsletter/${id}`,
      }))
    : [];
  return <SchedulePage {...schedule} others={others} />;
}
