import { wallClock } from '@/lib/zoned-time';

/** Lines of several lists in their order of time, by the day that the paper's calendar shows (`2026-05-04`). */
export function byDay<L extends { at: Date }>(lines: L[], timeZone: string): [day: string, lines: L[]][] {
  const sorted = [...lines].sort((a, b) => a.at.getTime() - b.at.getTime());
  return [...Map.groupBy(sorted, ({ at }) => wallClock(at, timeZone).slice(0, 10))];
}
