'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** After the instant, for the server to have done it. */
const graceMs = 1_000;
/** The longest a browser's timer waits. */
const longestMs = 2 ** 31 - 1;

/** Loads the page anew once the next planned change is due, by the server's clock: `readAt` is when it read the page. */
export function useTurning(nextAt: Date | undefined, readAt: Date): void {
  const router = useRouter();
  useEffect(() => {
    if (!nextAt) return;
    const waitMs = Math.max(nextAt.getTime() - readAt.getTime(), graceMs) + graceMs;
    const timer = setTimeout(() => router.refresh(), Math.min(waitMs, longestMs));
    return () => clearTimeout(timer);
  }, [nextAt, readAt, router]);
}
