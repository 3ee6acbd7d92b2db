import { readCalendar } from '@/features/articles/read/planning';
import { CalendarPage } from '@/features/articles/ui/desk/planning/calendar-page';

export const metadata = { title: 'Calendar' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function CalendarRoute({ searchParams }: { searchParams: Search }) {
  return <CalendarPage {...(await readCalendar(await searchParams))} />;
}
