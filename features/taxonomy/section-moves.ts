/** A section where it stands. A list of them is in reading order: parents before their children. */
export interface Standing {
  id: number;
  parentId: number | null;
}

/** What `moveSection` is asked for: under whom, and before which of those there; null is last. */
export interface SectionMove {
  parentId: number | null;
  beforeId: number | null;
}

/** The part of a row that something is dropped on. */
export type Zone = 'before' | 'under' | 'after';
export const ways = ['up', 'down', 'in', 'out'] as const;
/** In: under the one above it. Out: after the one it stands under. */
export type Way = (typeof ways)[number];

/** Where a section comes to stand that is dropped on another; null where it cannot, or stands already. */
export function dropped(
  sections: Standing[],
  { moving, over, zone }: { moving: number; over: number; zone: Zone },
): SectionMove | null {
  const target = sections.find(({ id }) => id === over);
  if (!target || isWithin(sections, over, moving)) return null;
  const [firstUnder] = childrenOf(sections, over);
  // The line after a section with others under it is drawn over the first of those: there it goes.
  if (zone === 'after' && firstUnder)
    return unlessThere(sections, moving, { parentId: over, beforeId: firstUnder.id });
  if (zone === 'under') return unlessThere(sections, moving, { parentId: over, beforeId: null });
  return unlessThere(sections, moving, {
    parentId: target.parentId,
    beforeId: zone === 'before' ? over : nextAfter(sections, target),
  });
}

/** One step of a section by key or button; null at an end. */
export function stepped(sections: Standing[], moving: number, way: Way): SectionMove | null {
  const section = sections.find(({ id }) => id === moving);
  if (!section) return null;
  const siblings = childrenOf(sections, section.parentId);
  const at = siblings.findIndex(({ id }) => id === moving);
  const [above, below] = [siblings[at - 1], siblings[at + 1]];
  const parent = sections.find(({ id }) => id === section.parentId);
  const { parentId } = section;
  if (way === 'up') return above ? { parentId, beforeId: above.id } : null;
  if (way === 'down') return below ? { parentId, beforeId: nextAfter(sections, below) } : null;
  if (way === 'in') return above ? { parentId: above.id, beforeId: null } : null;
  return parent ? { parentId: parent.parentId, beforeId: nextAfter(sections, parent) } : null;
}

const childrenOf = (sections: Standing[], parentId: number | null): Standing[] =>
  sections.filter((section) => section.parentId === parentId);

function nextAfter(sections: Standing[], { id, parentId }: Standing): number | null {
  const siblings = childrenOf(sections, parentId);
  return siblings[siblings.findIndex((sibling) => sibling.id === id) + 1]?.id ?? null;
}

/** Whether a section is another one or stands somewhere under it. */
function isWithin(sections: Standing[], id: number, other: number): boolean {
  for (let at: number | null = id; at !== null; ) {
    if (at === other) return true;
    const from: number = at;
    at = sections.find((section) => section.id === from)?.parentId ?? null;
  }
  return false;
}

function unlessThere(sections: Standing[], moving: number, move: SectionMove): SectionMove | null {
  const section = sections.find(({ id }) => id === moving);
  if (!section || move.beforeId === moving) return null;
  const isThere = section.parentId === move.parentId && nextAfter(sections, section) === move.beforeId;
  return isThere ? null : move;
}
