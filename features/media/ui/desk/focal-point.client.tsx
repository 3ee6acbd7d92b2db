'use client';

import type { KeyboardEvent } from 'react';
import { pictureAddress, widthsFor } from '@/lib/pictures';
import type { SentMedia } from './sent-media';

interface Point {
  x: number;
  y: number;
}

interface FocalPointProps {
  item: SentMedia;
  focal: Point;
  /** Null where it may only be looked at. */
  onChange: ((focal: Point) => void) | null;
}

const step = 0.05;
const moves: Record<string, Point> = {
  ArrowLeft: { x: -step, y: 0 },
  ArrowRight: { x: step, y: 0 },
  ArrowUp: { x: 0, y: -step },
  ArrowDown: { x: 0, y: step },
};

/** What must stay in sight when the picture is cropped: pressed with a finger or a mouse, moved with the arrows. */
export function FocalPoint({ item, focal, onChange }: FocalPointProps) {
  const width = widthsFor(item.width ?? 0).findLast((offered) => offered <= 640) ?? 320;
  const picture = (
    // biome-ignore lint/performance/noImgElement: our own rendition
    <img
      src={pictureAddress(item.hash, width, 'webp')}
      width={item.width ?? undefined}
      height={item.height ?? undefined}
      alt={item.alt}
      className="h-auto max-h-80 w-full rounded-sm bg-sunken object-contain"
      draggable={false}
    />
  );
  if (!onChange) return picture;
  const moveBy = (event: KeyboardEvent) => {
    const by = moves[event.key];
    if (!by) return;
    event.preventDefault();
    onChange({ x: within(focal.x + by.x), y: within(focal.y + by.y) });
  };
  return (
    <div>
      <button
        type="button"
        aria-label={`Most important point: ${percent(focal.x)} from the left, ${percent(focal.y)} from the top. Move it with the arrow keys.`}
        className="relative mx-auto block w-fit max-w-full cursor-crosshair"
        onKeyDown={moveBy}
        onClick={(event) => {
          // A key press on a button is a click without a place.
          if (event.detail === 0) return;
          const box = event.currentTarget.getBoundingClientRect();
          onChange({
            x: within((event.clientX - box.left) / box.width),
            y: within((event.clientY - box.top) / box.height),
          });
        }}
      >
        {picture}
        <span
          aria-hidden="true"
          className="-translate-x-1/2 -translate-y-1/2 pointer-events-none absolute size-6 rounded-full border-2 border-on-danger-fill bg-danger-fill/60"
          style={{ left: percent(focal.x), top: percent(focal.y) }}
        />
      </button>
      <p className="mt-1 text-muted text-xs">Press on what must stay in sight when it is cropped.</p>
    </div>
  );
}

const within = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 100) / 100;
const percent = (share: number): string => `${Math.round(share * 100)}%`;
