import { ChevronLeft, ChevronRight } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { TabLinks } from '@/components/ui/tab-links';
import type { readCalendar } from '../../../read/planning';
import { CalendarBoard } from './calendar-board.client';

type CalendarPageProps = Awaited<ReturnType<typeof readCalendar>>;

/** What is planned, due and was published, by day of the paper's zone (D13). */
export function CalendarPage(props: CalendarPageProps) {
  const { view, on, today, days, before, after, cut, paper, ...shown } = props;
  const href = (day: string, as = view) => `/admin/calendar?${new URLSearchParams({ view: as, on: day })}`;
  return (
    <>
      <PageHeader
        title={title(view, on, days)}
        actions={
          <>
            <ButtonLink href={href(before)} icon={<ChevronLeft className="rtl:-scale-x-100" />}>
              {view === 'month' ? 'Month before' : 'Week before'}
            </ButtonLink>
            <ButtonLink href={href(today)} aria-current={days.includes(today) ? 'date' : undefined}>
              Today
            </ButtonLink>
            <ButtonLink href={href(after)}>
              {view === 'month' ? 'Next month' : 'Next week'}
              <ChevronRight className="rtl:-scale-x-100" />
            </ButtonLink>
          </>
        }
      >
        <TabLinks
          label="Calendar by"
          links={[
            { href: href(on, 'month'), label: 'Month', current: view === 'month' },
            { href: href(on, 'week'), label: 'Week', current: view === 'week' },
          ]}
        />
      </PageHeader>
      {cut && (
        <div className="mb-3">
          <Notice tone="warning">There is more in this time than fits here. The week shows all of it.</Notice>
        </div>
      )}
      <CalendarBoard
        {...shown}
        days={days}
        today={today}
        // A month touches the weeks of its neighbours.
        month={view === 'month' ? on.slice(0, 7) : null}
        timeZone={paper.timeZone}
      />
    </>
  );
}

function title(view: CalendarPageProps['view'], on: string, days: string[]): string {
  const show = (day: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  if (view === 'month') return show(on, { month: 'long', year: 'numeric' });
  return `${show(days[0] ?? on, { day: 'numeric', month: 'long' })} to ${show(days.at(-1) ?? on, { day: 'numeric', month: 'long', year: 'numeric' })}`;
}
