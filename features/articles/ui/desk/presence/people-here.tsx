import { Avatar } from '@/components/ui/avatar';
import type { Present } from '../../../presence';

const shown = 4;

/** Who has an article open, as initials; whoever writes is set off, and said. */
export function PeopleHere({ people }: { people: Present[] }) {
  if (people.length === 0) return null;
  const words = people.map(({ name, writes }) => (writes ? `${name} (writing)` : name)).join(', ');
  return (
    <span
      className="inline-flex items-center -space-x-1.5"
      role="img"
      aria-label={`Open here: ${words}`}
      title={words}
    >
      {people.slice(0, shown).map(({ userId, name, writes }) => (
        <span key={userId} className={writes ? 'z-10 rounded-full ring-2 ring-accent' : 'rounded-full'}>
          <Avatar name={name} />
        </span>
      ))}
      {people.length > shown && (
        <span aria-hidden="true" className="ps-2 text-muted text-xs">
          +{people.length - shown}
        </span>
      )}
    </span>
  );
}
