'use client';

import { useSyncExternalStore } from 'react';
import { wallClock } from '@/lib/zoned-time';

const never = () => () => {};

/** The zone of this device where its clocks show another time than the paper's; null else, and while that is not known. */
export function useOwnZone(timeZone: string): string | null {
  return useSyncExternalStore(
    never,
    () => {
      const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const now = new Date();
      return wallClock(now, own) === wallClock(now, timeZone) ? null : own;
    },
    () => null,
  );
}
