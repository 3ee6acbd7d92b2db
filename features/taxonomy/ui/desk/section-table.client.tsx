'use client';

import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState, useTransition } from 'react';
import { classNames } from '@/components/ui/class-names';
import { Grip } from '@/components/ui/movable.client';
import { reach } from '@/components/ui/reaching';
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from '@/components/ui/table';
import { toast } from '@/components/ui/toast.client';
import { moveSectionAction } from '../../actions';
import type { Counted, ListedSection } from '../../queries';
import { dropped, type SectionMove, stepped, type Way, type Zone } from '../../section-moves';
import { SectionSteps } from './section-steps.client';

export type SectionOnDesk = Counted<ListedSection>;

const keys: Record<string, Way> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

/** The sections in their order and nesting: dragged, moved by Alt with the arrows, or by buttons. */
export function SectionTable({ sections }: { sections: SectionOnDesk[] }) {
  const { move, said, table } = useMoves(sections);
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<{ id: number; zone: Zone } | null>(null);
  const goal =
    dragged !== null && over && dropped(sections, { moving: dragged, over: over.id, zone: over.zone });
  const step = (section: SectionOnDesk, way: Way) => move(section, stepped(sections, section.id, way));
  const end = () => {
    setDragged(null);
    setOver(null);
  };
  const onDragOver = (event: DragEvent<HTMLElement>, id: number) => {
    if (dragged === null) return;
    const zone = zoneOf(event);
    if (over?.id !== id || over.zone !== zone) setOver({ id, zone });
    // What cannot stand there is not let go there.
    if (dropped(sections, { moving: dragged, over: id, zone })) event.preventDefault();
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    const section = sections.find(({ id }) => id === dragged);
    if (section && goal) move(section, goal);
    end();
  };
  const onKeyDown = (event: KeyboardEvent, section: SectionOnDesk) => {
    const way = event.altKey ? keys[event.key] : undefined;
    if (!way) return;
    event.preventDefault();
    step(section, way);
  };
  return (
    <div ref={table}>
      <Table caption="Sections">
        <TableHead>
          <tr>
            <TableHeading>Name</TableHeading>
            <TableHeading className="max-md:hidden">Address</TableHeading>
            <TableHeading numeric className="max-sm:hidden">
              Live stories
            </TableHeading>
            <TableHeading>Order</TableHeading>
          </tr>
        </TableHead>
        <TableBody>
          {sections.map((section) => (
            <TableRow
              key={section.id}
              onDragOver={(event) => onDragOver(event, section.id)}
              onDrop={onDrop}
              className={classNames(
                dragged === section.id && 'opacity-50',
                goal && over?.id === section.id && zoneLooks[over.zone],
              )}
            >
              <TableCell>
                <span
                  className="flex items-center gap-2"
                  style={{ paddingInlineStart: `${section.depth}rem` }}
                >
                  <button
                    type="button"
                    data-section={section.id}
                    draggable
                    aria-label={`Move ${section.name}`}
                    aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Alt+ArrowRight Alt+ArrowLeft"
                    title="Drag, or Alt with an arrow"
                    onKeyDown={(event) => onKeyDown(event, section)}
                    onDragStart={(event) => {
                      event.dataTransfer.effectAllowed = 'move';
                      event.dataTransfer.setData('text/plain', section.name);
                      setDragged(section.id);
                    }}
                    onDragEnd={end}
                    className="grid size-6 shrink-0 cursor-grab place-items-center rounded-sm hover:bg-sunken pointer-coarse:hidden"
                  >
                    <Grip />
                  </button>
                  <a href={`/admin/sections/${section.id}`} className="font-medium" dir="auto">
                    {section.name}
                  </a>
                </span>
              </TableCell>
              <TableCell className="max-md:hidden">
                <a href={`/${section.slug}`} className="whitespace-nowrap text-muted">
                  /{section.slug}
                </a>
              </TableCell>
              <TableCell numeric className="max-sm:hidden">
                {section.stories.toLocaleString('en')}
              </TableCell>
              <TableCell>
                <SectionSteps sections={sections} section={section} onStep={(way) => step(section, way)} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}

/** The upper and lower part of a row are the places beside it, its middle is under it. */
function zoneOf({ currentTarget, clientY }: DragEvent<HTMLElement>): Zone {
  const { top, height } = currentTarget.getBoundingClientRect();
  const share = (clientY - top) / height;
  return share < 0.3 ? 'before' : share > 0.7 ? 'after' : 'under';
}

const zoneLooks: Record<Zone, string> = {
  before: 'shadow-[inset_0_2px_var(--accent)] forced-colors:outline-dotted',
  after: 'shadow-[inset_0_-2px_var(--accent)] forced-colors:outline-dotted',
  under: 'bg-accent-ground outline-2 outline-accent -outline-offset-2',
};

/** Moves on the server; the hand stays on what moved, and where it stands now is said. */
function useMoves(sections: SectionOnDesk[]) {
  const [moving, begin] = useTransition();
  const [said, setSaid] = useState('');
  const table = useRef<HTMLDivElement>(null);
  const moved = useRef<number | null>(null);
  const move = (section: SectionOnDesk, goal: SectionMove | null) => {
    if (moving || !goal) return;
    begin(async () => {
      const answer = await reach(moveSectionAction({ status: 'idle' }, { sectionId: section.id, ...goal }));
      if (answer.status === 'done') moved.current = section.id;
      else if (answer.status === 'refused') toast.error(answer.sentence);
    });
  };
  useEffect(() => {
    const section = sections.find(({ id }) => id === moved.current);
    if (!section) return;
    moved.current = null;
    setSaid(standing(sections, section));
    // A row that changes its place in the page loses the focus; on a phone it was on none of ours.
    const held = document.activeElement;
    if (held === null || held === document.body || table.current?.contains(held))
      focusOn(table.current, section.id, held?.getAttribute('data-way') ?? null);
  }, [sections]);
  return { move, said, table };
}

function focusOn(table: HTMLElement | null, id: number, way: string | null): void {
  const grip = table?.querySelector<HTMLElement>(`[data-section="${id}"]`);
  const row = grip?.closest('tr');
  const button = way && row?.querySelector<HTMLElement>(`[data-way="${way}"]:enabled`);
  (
    button || (grip?.checkVisibility() ? grip : row?.querySelector<HTMLElement>('[data-way]:enabled'))
  )?.focus();
}

function standing(sections: SectionOnDesk[], { id, name, parentId }: SectionOnDesk): string {
  const siblings = sections.filter((section) => section.parentId === parentId);
  const parent = sections.find((section) => section.id === parentId);
  const at = siblings.findIndex((section) => section.id === id) + 1;
  return `${name}: now ${at} of ${siblings.length}${parent ? ` under ${parent.name}` : ''}.`;
}
