import type { CacheTag } from './cache-tags';
import { processWide } from './process-wide';

type Hear = (tags: CacheTag[]) => void;

/** Who in this process wants to know of stale tags at once, before the notification comes round. */
export const staleListeners = (): Set<Hear> => processWide('stale-listeners', () => new Set<Hear>());
