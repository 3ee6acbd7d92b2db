/** How often an open page says that it is there, and after how long without a word it counts as gone. */
export const beatMs = 5_000;
export const liveSeconds = 15;

/** Somebody who has an article open; one person with two pages is one of them. */
export interface Present {
  userId: number;
  name: string;
  writes: boolean;
}

/** What a page is told about who else is there. */
export interface Attendance {
  present: Present[];
  /** The page that writes: this one, another of one's own, somebody else's; null when nobody does. */
  writer: { userId: number; name: string; loadId: string } | null;
  /** The newest version there is. */
  revisionId: number;
}

interface Row {
  loadId: string;
  userId: number;
  name: string;
  writes: boolean;
}

/** Each person once, who writes first, then in the order they came. */
export function presentOf(rows: readonly Row[]): Present[] {
  const people = new Map<number, Present>();
  for (const { userId, name, writes } of rows) {
    const known = people.get(userId);
    if (known) known.writes ||= writes;
    else people.set(userId, { userId, name, writes });
  }
  return [...people.values()].sort((a, b) => Number(b.writes) - Number(a.writes));
}

export function writerOf(rows: readonly Row[]): Attendance['writer'] {
  const writer = rows.find(({ writes }) => writes);
  return writer ? { userId: writer.userId, name: writer.name, loadId: writer.loadId } : null;
}
