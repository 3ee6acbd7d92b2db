'use client';

import { CalendarPlus, GripVertical } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import type { Day } from '../../../calendar';
import type { PlannableLine } from '../../../queries/calendar';
import { stateLabel } from '../state-badge';
import type { useCarrying } from './use-carrying.client';

interface PlannableListProps {
  lines: PlannableLine[];
  keyOf: (articleId: number) => string;
  card: ReturnType<typeof useCarrying<Day>>['card'];
  handle: (key: string) => ReturnType<ReturnType<typeof useCarrying<Day>>['handle']>;
  onAsk: (line: PlannableLine) => void;
}

/** Drafts that stand on no day yet, to be dragged onto one. */
export function PlannableList({ lines, keyOf, card, handle, onAsk }: PlannableListProps) {
  return (
    <aside aria-label="Not planned yet">
      <h2 className="mb-2 font-medium text-sm">Not planned yet</h2>
      {lines.length === 0 && (
        <EmptyState title="Nothing to plan" icon={<CalendarPlus />}>
          Drafts with a headline stand here until they are live or planned.
        </EmptyState>
      )}
      <ul className="max-h-[70vh] space-y-1 overflow-y-auto">
        {lines.map((line) => {
          const { articleId, title, stage, mayPublish } = line;
          const key = keyOf(articleId);
          return (
            <li
              key={key}
              {...(mayPublish && card(key, title, true))}
              className="flex items-start gap-0.5 rounded-sm border border-rule bg-raised py-1 ps-2 text-sm"
            >
              <div className="min-w-0 flex-1">
                <a
                  href={`/admin/articles/${articleId}`}
                  draggable={false}
                  className="line-clamp-2 leading-snug no-underline [overflow-wrap:anywhere] hover:underline"
                >
                  <bdi>{title}</bdi>
                </a>
                <span className="text-muted text-xs">{stateLabel(stage)}</span>
              </div>
              {mayPublish && (
                <button
                  type="button"
                  {...handle(key)}
                  aria-label={`Put “${title}” on a day`}
                  title="Drag onto a day, or Space and the arrows; press for a time"
                  onClick={(event) => event.detail > 0 && onAsk(line)}
                  className="grid min-h-6 min-w-6 shrink-0 cursor-grab place-items-center self-stretch text-muted hover:text-ink pointer-coarse:min-h-11 pointer-coarse:min-w-11 [&_svg]:size-4"
                >
                  <GripVertical aria-hidden="true" />
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </aside>
  );
}
