import type { Publication } from './rules';

/** What happened to a version, and makes it a milestone. */
export type Mark =
  | { kind: 'named'; name: string }
  | { kind: 'submitted' | 'approved' | 'restored'; at: Date; by: string | null }
  | { kind: Extract<Publication['kind'], 'publish' | 'update'>; at: Date; by: string | null };

/** One saved version, as a list shows it. */
export interface VersionLine {
  id: number;
  title: string;
  words: number;
  createdAt: Date;
  createdBy: string | null;
  marks: Mark[];
}

/** A run of one person's saves within a sitting, by its newest; the others newest first. */
export interface VersionGroup {
  newest: VersionLine;
  others: VersionLine[];
}

/** A pause that ends a sitting. */
export const sittingMs = 30 * 60_000;

/**
 * Versions, newest first, as the runs in which they were written (D9): another person, a pause of half an hour or a
 * milestone begins a new one. A milestone is always the newest of its run, so that no run hides one.
 */
export function groupVersions(versions: readonly VersionLine[]): VersionGroup[] {
  const groups: VersionGroup[] = [];
  for (const version of versions) {
    const group = groups.at(-1);
    const later = group && (group.others.at(-1) ?? group.newest);
    if (group && later && version.marks.length === 0 && isOneSitting(version, later))
      group.others.push(version);
    else groups.push({ newest: version, others: [] });
  }
  return groups;
}

const isOneSitting = (earlier: VersionLine, later: VersionLine): boolean =>
  earlier.createdBy === later.createdBy &&
  later.createdAt.getTime() - earlier.createdAt.getTime() <= sittingMs;
