import type { DeskLine } from '../../../queries/desk';
import { isOverdue } from '../../../rules';
import { DeskTime } from './desk-time';

type StandingProps = Pick<DeskLine, 'assignee' | 'dueAt' | 'state'> & { timeZone: string };

/** Who is to finish a story, and by when; that it is late is said, not only coloured. */
export function Standing({ assignee, dueAt, state, timeZone }: StandingProps) {
  const late = isOverdue({ state, dueAt }, new Date());
  return (
    <>
      {assignee && (
        <span className="block truncate" dir="auto">
          {assignee}
        </span>
      )}
      {dueAt && (
        <span
          className={
            late
              ? 'block whitespace-nowrap text-danger text-xs'
              : 'block whitespace-nowrap text-muted text-xs'
          }
        >
          {late ? 'overdue since ' : 'due '}
          <DeskTime at={dueAt} timeZone={timeZone} />
        </span>
      )}
    </>
  );
}
